import type { OwnComment, ThreadPage } from '@dateline/shared/comment';
import type { Me } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';
import { askReaderApi } from './ask-reader-api.ts';
import type { CommentForm } from './comment-form.ts';
import { countMore, isPublic, setCount } from './count.ts';
import type { Shown } from './draw-comment.ts';
import { mergeComments, renewComments } from './merge-comments.ts';
import type { Own, OwnComments } from './own-comments.ts';
import { announce, linkOf, partOf } from './page.ts';
import { offerRecommending, toggleRecommendation } from './recommend.ts';
import { sceneOf } from './scene.ts';
import { newestFirst, ofPage, shownComments } from './shown-comments.ts';
import { hush, reasonOf, sessionEnded, tell } from './tell.ts';
import { words } from './words.ts';

/** What a thread has for a reader who is signed in: what is newer, their own comments that wait, and the form. */
export class ReaderThread {
  #thread: HTMLElement;
  /** The list that came with the page, in its own order. */
  #page: HTMLElement;
  /** Where the thread's newest comments are read and written; undefined where that is here. */
  #newest: string | undefined;
  /** When the last conversation of the page began, where older ones stand on other pages. */
  #since: string | undefined;
  #me: Me | undefined;
  #form: CommentForm | undefined;
  /** What the reader API last told of the reader's own comments that pages may not have yet, by id. */
  #waiting = new Map<string, Shown>();
  /** What of the reader's own they can change and delete, by id. */
  #own = new Map<string, Own>();
  #recommended = new Set<string>();
  #changing: Promise<OwnComments | undefined> | undefined;

  constructor(thread: HTMLElement, page: HTMLElement) {
    this.#thread = thread;
    this.#page = page;
    this.#newest = thread.dataset.newest;
    const times = page.querySelectorAll<HTMLTimeElement>(':scope > .comment > header time');
    if (thread.querySelector('nav.more')) this.#since = [...times].at(-1)?.dateTime;
    thread.addEventListener('click', (event) => {
      this.#reply(event);
      void this.#recommend(event);
    });
  }

  /** Asks who is signed in, and for what the page may not have. */
  async load(): Promise<void> {
    hush(this.#thread);
    const [me, thread] = await Promise.all([askReaderApi<Me>(readerRoutes.me), this.#ask()]);
    if (me.is === 'given') this.#me = me.value;
    if (thread.is === 'given') this.#showThread(thread.value);
    if (me.is === 'given' && thread.is === 'given') await this.#offerForm(me.value, thread.value.mode);
    else if (me.is === 'login-required') this.#askToLogIn();
    else this.#showPause();
  }

  /** The button goes with what it stood in, so that focus moves to what came instead. */
  async tryAgain(): Promise<void> {
    await this.load();
    if (this.#form) this.#form.focus();
    else this.#part('entry').querySelector('button')?.focus();
  }

  /** Puts in the list that is shown what of the reader's own it may not have, and what they can do in it. */
  bring(): void {
    const list = this.#part('thread');
    const own = [...this.#waiting.values()].toSorted(newestFirst);
    // Where another order puts what is public is not known here.
    const put = own.filter((comment) => 'state' in comment && (list === this.#page || comment.state !== 'published'));
    mergeComments(list, put, this.#scene);
    renewComments(list, own, this.#scene);
    this.#dress();
    this.#form?.goOn();
  }

  /** Learns what of comments that were added to a list is the reader's. */
  take(list: Element, { mine, recommended }: Pick<ThreadPage, 'mine' | 'recommended'>): void {
    for (const own of mine) this.#own.set(own.id, own);
    for (const id of recommended) this.#recommended.add(id);
    renewComments(list, [...this.#waiting.values()], this.#scene);
    this.#dress();
  }

  /** Learns that the page has a comment by now, or another text of it. */
  drawn(comment: string): void {
    this.#waiting.delete(comment);
    this.#dress();
  }

  #part = (name: string) => partOf(this.#thread, name);

  #item = (comment: string) => this.#thread.querySelector(`[id="comment-${comment}"]`);

  #isPublic = (comment: string) => isPublic(this.#item(comment));

  get #scene() {
    return sceneOf(this.#thread);
  }

  get #article() {
    return this.#thread.dataset.article ?? '';
  }

  get #back() {
    return this.#thread.dataset.back ?? '/';
  }

  #ask() {
    const { comments } = readerRoutes;
    return askReaderApi<ThreadPage>(`${comments}?article=${this.#article}${this.#newest ? '&only=own' : ''}`);
  }

  #showThread(thread: ThreadPage) {
    const { mine, count } = thread;
    const has = (id: string) => this.#page.querySelector(`[id="comment-${id}"]`) !== null;
    const own = this.#newest ? thread.own.filter(({ id, root }) => root !== null || has(id)) : thread.own;
    const shown = ofPage(shownComments({ ...thread, own }), this.#since, has);
    this.#waiting = new Map(own.map((comment) => [comment.id, comment]));
    mergeComments(this.#page, shown, this.#scene);
    this.take(this.#page, { ...thread, mine: [...own, ...mine] });
    this.bring();
    setCount(this.#thread, count);
    if (shown.length) this.#part('empty')?.remove();
  }

  /** Answers a comment where it stands. Without a reader's name yet, the link leads to the same form on a page of its own. */
  #reply(event: MouseEvent) {
    const link = this.#form && linkOf(event, '[data-reply]');
    if (link) this.#form?.answer(link);
  }

  async #recommend({ target }: MouseEvent) {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-recommend]') : null;
    const place = button?.closest('.acts');
    if (!button || !place) return;
    hush(place);
    const answer = await toggleRecommendation(button);
    if (answer.is !== 'given') return tell(place, ...reasonOf(answer, this.#back, words.recommendingPaused));
    const { recommend = '' } = button.dataset;
    if (answer.value.recommended) this.#recommended.add(recommend);
    else this.#recommended.delete(recommend);
  }

  /** Offers a reader what they can do with the comments that are shown: recommend others', change and delete their own. */
  #dress() {
    if (!this.#me) return;
    offerRecommending(this.#thread, this.#recommended, this.#own);
    if (this.#own.size === 0) return;
    this.#changing ??= import('./own-comments.ts').then(
      ({ OwnComments }) =>
        new OwnComments({
          list: this.#thread,
          back: this.#back,
          show: (id, comment, said) => {
            if (comment) this.#show(comment);
            else this.#forget(id);
            this.#announce(said);
          },
          announce: (said) => this.#announce(said),
        }),
      () => undefined,
    );
    void this.#changing.then((changing) => this.#own.forEach((own) => changing?.add(own)));
  }

  /** Shows what has become of one's own comment, and counts it. */
  #show(comment: Shown) {
    const before = this.#isPublic(comment.id);
    this.#waiting.set(comment.id, comment);
    if ('removed' in comment) this.#own.delete(comment.id);
    mergeComments(this.#part('thread'), [comment], this.#scene);
    this.#renewPinned(comment.id);
    countMore(this.#thread, Number(this.#isPublic(comment.id)) - Number(before));
    this.#dress();
  }

  /** Where the comment is pinned too, that says the same as the thread. */
  #renewPinned(comment: string) {
    const [item, pinned] = [this.#item(comment), this.#thread.querySelector(`[data-pinned="${comment}"]`)];
    if (!isPublic(item)) return pinned?.remove();
    for (const part of ['header', '.said-here'])
      pinned?.querySelector(part)?.replaceWith(item!.querySelector(`:scope > ${part}`)!.cloneNode(true));
  }

  /** Takes away what nobody but its reader has seen. */
  #forget(comment: string) {
    this.#waiting.delete(comment);
    this.#own.delete(comment);
    for (const list of [this.#thread, this.#page]) list.querySelector(`[id="comment-${comment}"]`)?.remove();
  }

  async #offerForm(me: Me, mode: ThreadPage['mode']) {
    const entry = this.#part('entry');
    if (mode === 'closed') {
      const said = document.createElement('p');
      said.textContent = words.closed;
      return entry.replaceChildren(said);
    }
    const form = await import('./comment-form.ts').catch(() => undefined);
    if (!form) return this.#showPause();
    this.#form ??= new form.CommentForm({
      article: this.#article,
      back: this.#back,
      newest: this.#newest,
      entry,
      itemOf: this.#item,
      draw: (comment) => mergeComments(this.#part('thread'), [comment], this.#scene),
      takeAway: (comment) => this.#item(comment)?.remove(),
      posted: (comment) => this.#showPosted(comment),
      announce: (said) => this.#announce(said),
      refresh: () => void this.#ask().then((thread) => thread.is === 'given' && this.#showThread(thread.value)),
    });
    this.#form.show(me);
  }

  #showPause() {
    if (this.#scene.closed) return;
    const button = document.createElement('button');
    button.textContent = words.tryAgain;
    button.addEventListener('click', () => void this.tryAgain());
    const said = document.createElement('p');
    said.textContent = words.onlyReading;
    this.#part('entry').replaceChildren(said, button);
  }

  /** The page offers to log in already; what has taken the place of that says it, too. */
  #askToLogIn() {
    const entry = this.#part('entry');
    if (this.#scene.closed || entry.querySelector('[data-login]')) return;
    entry.replaceChildren();
    tell(entry, ...sessionEnded(this.#back));
  }

  #showPosted(comment: OwnComment) {
    this.#own.set(comment.id, comment);
    this.#show(comment);
    this.#part('empty')?.remove();
    this.#announce(words.told[comment.state]);
  }

  #announce = (said: string) => announce(this.#thread, said);
}
