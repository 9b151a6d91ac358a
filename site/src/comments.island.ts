import type { OwnComment, ThreadPage } from '@dateline/shared/comment';
import type { CommentOrder } from '@dateline/shared/comment-order';
import type { Me } from '@dateline/shared/reader';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import { isSignedIn } from './signed-in.ts';
import { askReaderApi, type Refusal } from './thread/ask-reader-api.ts';
import type { CommentForm } from './thread/comment-form.ts';
import { countMore, isPublic, setCount } from './thread/count.ts';
import type { Scene, Shown } from './thread/draw-comment.ts';
import { mergeComments, renewComments } from './thread/merge-comments.ts';
import { drawOrders } from './thread/order.ts';
import type { Own, OwnComments } from './thread/own-comments.ts';
import { offerRecommending, toggleRecommendation } from './thread/recommend.ts';
import { linkOf, storage } from './thread/page.ts';
import { newestFirst, shownComments } from './thread/shown-comments.ts';
import { words } from './thread/words.ts';

/** Milliseconds after which somebody reads on, and may want to know what has come. */
const soon = 30_000;

/**
 * Adds to a thread that the page holds already: what is newer, the reader's own waiting comments, and the
 * form. For a reader who is not signed in it follows the page, and asks nothing of the reader API.
 */
class Comments extends HTMLElement {
  #me: Me | undefined;
  #form: CommentForm | undefined;
  /** What the reader API last told of the reader's own comments that pages may not have yet, by id. */
  #waiting = new Map<string, Shown>();
  /** What of the reader's own they can change and delete, by id. */
  #own = new Map<string, Own>();
  #recommended = new Set<string>();
  #changing: Promise<OwnComments | undefined> | undefined;

  /** The list that came with the page, in its own order. */
  #page!: HTMLElement;
  #order: CommentOrder = 'newest';

  connectedCallback() {
    this.#page = this.#part('thread');
    if (this.#page.childElementCount > 1) this.#page.before(drawOrders(storage(), (order) => this.#reorder(order)));
    setTimeout(() => void this.#follow(), soon);
    this.addEventListener('click', (event) => {
      void this.#logIn(event);
      this.#reply(event);
      void this.#recommend(event);
    });
    if (isSignedIn()) void this.#load();
  }

  async #follow() {
    const followed = {
      thread: this,
      list: this.#page,
      arrivals: this.#part('arrivals'),
      drawn: ({ id }: Element) => {
        this.#waiting.delete(id.slice('comment-'.length));
        this.#dress();
      },
    };
    // Where it is not to be had, the thread stays as it is.
    const live = await import('./thread/live-thread.ts').catch(() => undefined);
    live?.followThread(followed);
  }

  /** Lets whoever follows a link to log in do it here. What does it is fetched then; where it is not to be had, the link is followed. */
  async #logIn(event: MouseEvent) {
    const link = linkOf(event, '[data-login]');
    if (!link) return;
    try {
      const { logInHere } = await import('./thread/log-in-here.ts');
      logInHere(this.#part('entry'), link.href, () => void this.#tryAgain());
    } catch {
      location.assign(link.href);
    }
  }

  /** Shows the thread in another order, which the page does not hold. @returns Whether it could. */
  async #reorder(order: CommentOrder): Promise<boolean> {
    const before = this.#order;
    this.#order = order;
    const list = order === 'newest' ? this.#page : await this.#inOrder(order);
    // Another has been chosen since.
    if (order !== this.#order) return true;
    if (!list) {
      this.#order = before;
      this.#announce(words.orderFailed, true);
      return false;
    }
    const shown = this.#part('thread');
    (shown.closest('.ordered') ?? shown).replaceWith(list);
    for (const part of [this.#part('arrivals'), this.querySelector('nav.more')])
      part?.toggleAttribute('hidden', order !== 'newest');
    this.#bring();
    return true;
  }

  async #inOrder(order: CommentOrder): Promise<HTMLElement | undefined> {
    const ordered = await import('./thread/ordered-thread.ts').catch(() => undefined);
    return ordered?.orderedThread(this.#page, {
      article: this.#article,
      order,
      scene: this.#scene,
      drawn: (list, { mine, recommended }) => {
        this.#take(mine, recommended);
        renewComments(list, [...this.#waiting.values()], this.#scene);
        this.#dress();
      },
      failed: () => this.#announce(words.moreFailed, true),
    });
  }

  async #recommend({ target }: MouseEvent) {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-recommend]') : null;
    const answer = button && (await toggleRecommendation(button));
    if (!answer) return;
    if (answer.is === 'given') {
      const { recommend = '' } = button.dataset;
      if (button.ariaPressed === 'true') this.#recommended.add(recommend);
      else this.#recommended.delete(recommend);
      this.#announce('');
    } else if (answer.is === 'refused')
      this.#announce([answer.problem.title, answer.problem.detail].filter(Boolean).join(' '), true);
    else if (answer.is === 'login-required') this.#askToLogIn(words.sessionEnded);
    else this.#announce(words.recommendingPaused, true);
  }

  /** Answers a comment where it stands. Without a reader's name yet, the link leads to the same form on a page of its own. */
  #reply(event: MouseEvent) {
    const link = this.#form && linkOf(event, '[data-reply]');
    if (link) this.#form?.answer(link);
  }

  #part = (name: string) => this.querySelector<HTMLElement>(`[data-${name}]`)!;

  get #article() {
    return this.dataset.article ?? '';
  }

  get #back() {
    return this.dataset.back ?? '/';
  }

  get #scene(): Scene {
    const { timeZone = 'UTC', authors = '', correctedAt = null, mode } = this.dataset;
    return { timeZone, authors: authors.split(' '), correctedAt, closed: mode === 'closed' };
  }

  async #load() {
    const [me, thread] = await Promise.all([
      askReaderApi<Me>(readerRoutes.me),
      askReaderApi<ThreadPage>(`${readerRoutes.comments}?article=${this.#article}`),
    ]);
    if (me.is === 'given') this.#me = me.value;
    if (thread.is === 'given') this.#showThread(thread.value);
    if (me.is === 'given' && thread.is === 'given') await this.#offerForm(me.value, thread.value.mode);
    else if (me.is === 'paused' || thread.is === 'paused') this.#showPause();
  }

  #showThread(thread: ThreadPage) {
    const { own, mine, count, recommended } = thread;
    const shown = shownComments(thread);
    this.#waiting = new Map(own.map((comment) => [comment.id, comment]));
    mergeComments(this.#page, shown, this.#scene);
    this.#take([...own, ...mine], recommended);
    this.#bring();
    setCount(this, count);
    if (shown.length) this.#part('empty')?.remove();
  }

  /** Learns what of the thread is the reader's. */
  #take(mine: readonly Own[], recommended: readonly string[]) {
    for (const own of mine) this.#own.set(own.id, own);
    for (const id of recommended) this.#recommended.add(id);
  }

  /** Puts in the list that is shown what of the reader's own it may not have, and what they can do in it. */
  #bring() {
    const list = this.#part('thread');
    const own = [...this.#waiting.values()].toSorted(newestFirst);
    // Where another order puts what is public is not known here.
    const put = own.filter((comment) => 'state' in comment && (list === this.#page || comment.state !== 'published'));
    mergeComments(list, put, this.#scene);
    renewComments(list, own, this.#scene);
    this.#dress();
  }

  /** Offers a reader what they can do with the comments that are shown: recommend, change, delete. */
  #dress() {
    if (!this.#me) return;
    offerRecommending(this, this.#recommended);
    if (this.#own.size === 0) return;
    this.#changing ??= import('./thread/own-comments.ts').then(
      ({ OwnComments }) =>
        new OwnComments({
          list: this,
          storage: storage(),
          show: (id, comment, said) => {
            if (comment) this.#show(comment);
            else this.#forget(id);
            this.#announce(said);
          },
          fail: (answer) => this.#fail(answer),
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
    countMore(this, Number(this.#isPublic(comment.id)) - Number(before));
    this.#dress();
  }

  /** Takes away what nobody but its reader has seen. */
  #forget(comment: string) {
    this.#waiting.delete(comment);
    this.#own.delete(comment);
    for (const list of [this, this.#page]) list.querySelector(`[id="comment-${comment}"]`)?.remove();
  }

  #fail(answer: Refusal) {
    if (answer.is === 'login-required') this.#askToLogIn(`${words.sessionEnded} ${words.textKept}`);
    else if (answer.is === 'paused') this.#announce(words.postingPaused, true);
    else {
      const { title, detail, fields } = answer.problem;
      this.#announce([fields?.body ?? title ?? words.failed, detail].filter(Boolean).join(' '), true);
    }
  }

  async #offerForm(me: Me, mode: ThreadPage['mode']) {
    const entry = this.#part('entry');
    if (mode === 'closed') {
      const said = document.createElement('p');
      said.textContent = words.closed;
      return entry.replaceChildren(said);
    }
    const form = await import('./thread/comment-form.ts').catch(() => undefined);
    if (!form) return this.#showPause();
    this.#form ??= new form.CommentForm({
      article: this.#article,
      back: this.#back,
      entry,
      storage: storage(),
      rootOf: (comment) =>
        this.#item(comment)?.closest('[data-thread] > .comment')?.id.slice('comment-'.length) ?? null,
      draw: (comment) => mergeComments(this.#part('thread'), [comment], this.#scene),
      takeAway: (comment) => this.#item(comment)?.remove(),
      posted: (comment) => this.#showPosted(comment),
      announce: (text, failed) => this.#announce(text, failed),
      fail: (answer) => this.#fail(answer),
    });
    this.#form.show(me);
  }

  #showPause() {
    if (this.dataset.mode === 'closed') return;
    const button = document.createElement('button');
    button.textContent = words.tryAgain;
    button.addEventListener('click', () => void this.#tryAgain());
    const said = document.createElement('p');
    said.textContent = words.onlyReading;
    this.#part('entry').replaceChildren(said, button);
  }

  /** The button goes with what it stood in, so that focus moves to what came instead. */
  async #tryAgain() {
    this.#announce('');
    await this.#load();
    if (this.#form) this.#form.focus();
    else this.#part('entry').querySelector('button')?.focus();
  }

  #item = (comment: string) => this.querySelector(`[id="comment-${comment}"]`);

  #isPublic = (comment: string) => isPublic(this.#item(comment));

  #showPosted(comment: OwnComment) {
    this.#own.set(comment.id, comment);
    this.#show(comment);
    this.#part('empty')?.remove();
    this.#announce(words.told[comment.state]);
  }

  #askToLogIn(text: string) {
    const login = document.createElement('a');
    login.href = comingBack(readerRoutes.login, this.#back);
    login.textContent = words.logInAgain;
    login.dataset.login = '';
    this.#announce(`${text} `, true, login);
  }

  #announce(text: string, failed = false, ...more: Node[]) {
    const region = this.#part('announcement');
    region.classList.toggle('failed', failed);
    region.replaceChildren(text, ...more);
  }
}

customElements.define('dl-comments', Comments);
