import type { OwnComment, ThreadPage } from '@dateline/shared/comment';
import type { CommentOrder } from '@dateline/shared/comment-order';
import { agreement, commentForm, logoutForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import type { Problem } from '@dateline/shared/problem';
import type { Me } from '@dateline/shared/reader';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import { isSignedIn } from './signed-in.ts';
import { askReaderApi, type Answer } from './thread/ask-reader-api.ts';
import { draftOf, type DraftStore } from './thread/draft.ts';
import { mergeComments, type Scene, type Shown } from './thread/draw-comment.ts';
import { chosenOrder, drawOrders } from './thread/order.ts';
import type { Own, OwnComments } from './thread/own-comments.ts';
import { offerRecommending, toggleRecommendation } from './thread/recommend.ts';
import { shownComments } from './thread/shown-comments.ts';

const told: Record<OwnComment['state'], string> = {
  held: 'Your comment is waiting for a moderator. Until then only you see it.',
  published: 'Your comment is published.',
  refused: 'Your comment was not accepted.',
};

/** Private modes of some browsers throw where others store nothing. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** The link of a kind that was followed, not into another window; what is done here instead is up to the caller. */
function linkOf(event: MouseEvent, kind: string): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(kind) : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  event.preventDefault();
  return link;
}

/** Milliseconds after which somebody reads on, and may want to know what has come. */
const soon = 30_000;

interface Answering {
  entry: HTMLElement;
  link: HTMLAnchorElement;
}

/**
 * Adds to a thread that the page holds already: what is newer, the reader's own waiting comments, and the
 * form. For a reader who is not signed in it follows the page, and asks nothing of the reader API.
 */
class Comments extends HTMLElement {
  #me: Me | undefined;
  /** The form that answers a comment, with the link that opened it. */
  #open: Answering | undefined;
  #sending = false;
  #own: Promise<OwnComments | undefined> | undefined;

  /** The list that came with the page, in its own order. */
  #page!: HTMLElement;
  #order: CommentOrder = 'newest';

  connectedCallback() {
    this.#page = this.#part('thread');
    if (this.#page.childElementCount > 1)
      this.#page.before(drawOrders(storage(), (order) => void this.#reorder(order)));
    if (chosenOrder(storage()) !== 'newest') void this.#reorder(chosenOrder(storage()));
    setTimeout(() => void this.#follow(), soon);
    this.addEventListener('click', (event) => {
      void this.#logIn(event);
      this.#reply(event);
      void this.#recommend(event);
    });
    if (isSignedIn()) void this.#load();
  }

  async #follow() {
    (await import('./thread/live-thread.ts')).followThread(this, this.#page);
  }

  /** Lets whoever follows a link to log in do it here. What does it is fetched then; where it is not to be had, the link is followed. */
  async #logIn(event: MouseEvent) {
    const link = linkOf(event, '[data-login]');
    if (!link) return;
    try {
      const { logInHere } = await import('./thread/log-in-here.ts');
      await logInHere(this.#part('entry'), link.href, () => void this.#tryAgain());
    } catch {
      location.assign(link.href);
    }
  }

  /** Shows the thread in another order, which the page does not hold. */
  async #reorder(order: CommentOrder) {
    this.#order = order;
    let list: HTMLElement | undefined = this.#page;
    if (order !== 'newest') {
      const { orderedThread } = await import('./thread/ordered-thread.ts');
      const asked = { article: this.#article, order, scene: this.#scene, isSignedIn: Boolean(this.#me) };
      list = await orderedThread(this.#page, asked);
    }
    if (order !== this.#order) return;
    if (!list) return this.#announce('Another order is not to be had at the moment.', true);
    const shown = this.#part('thread');
    (shown.closest('.ordered') ?? shown).replaceWith(list);
    this.querySelector('nav.more')?.toggleAttribute('hidden', order !== 'newest');
  }

  async #recommend({ target }: MouseEvent) {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-recommend]') : null;
    const answer = button && (await toggleRecommendation(button));
    if (!answer) return;
    if (answer.is === 'given') this.#announce('');
    else if (answer.is === 'refused')
      this.#announce([answer.problem.title, answer.problem.detail].filter(Boolean).join(' '), true);
    else if (answer.is === 'login-required') this.#askToLogIn('Your session has ended. ');
    else this.#announce('Recommending is paused. Try again in a minute.', true);
  }

  /** Answers a comment where it stands. Without a reader's name yet, the link leads to the same form on a page of its own. */
  #reply(event: MouseEvent) {
    if (!this.#me) return;
    const link = linkOf(event, '[data-reply]');
    if (!link || this.#sending) return;
    const entry = document.createElement('div');
    entry.className = 'entry';
    link.after(entry);
    this.#showForm(this.#me, { entry, link });
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
    if (me.is === 'given' && thread.is === 'given' && thread.value.mode !== 'closed') this.#showForm(me.value);
    else if (me.is === 'paused' || thread.is === 'paused') this.#showPause();
  }

  #showThread(thread: ThreadPage) {
    const { own, mine, count, recommended } = thread;
    const shown = shownComments(thread);
    mergeComments(this.#page, shown, this.#scene);
    this.#keepOwn([...own, ...mine]);
    if (this.#me) for (const list of [this.#page, this]) offerRecommending(list, recommended);
    this.#part('count').textContent = String(count);
    if (shown.length) this.#part('empty')?.remove();
  }

  /** Says why something could not be done. */
  #say(answer: Exclude<Answer<unknown>, { is: 'given' }>) {
    if (answer.is === 'login-required') this.#askToLogIn('Your session has ended. Your text is kept. ');
    else if (answer.is === 'paused')
      this.#announce('Posting is paused. Your text is kept; try again in a minute.', true);
    else {
      const { title, detail, fields } = answer.problem;
      this.#announce([fields?.body ?? title ?? 'That did not work.', detail].filter(Boolean).join(' '), true);
    }
  }

  /** Lets a reader change and delete what they wrote. What does it is fetched with the first of them. */
  #keepOwn(comments: readonly Own[]) {
    if (comments.length === 0) return;
    this.#own ??= import('./thread/own-comments.ts').then(
      (loaded) =>
        new loaded.OwnComments({
          list: this,
          storage: storage(),
          show: (comment, said) => {
            const before = this.#isPublic(comment.id);
            mergeComments(this.#part('thread'), [comment], this.#scene);
            const count = this.#part('count');
            count.textContent = String(Number(count.textContent) + this.#isPublic(comment.id) - before);
            this.#announce(said);
          },
          fail: (answer) => this.#say(answer),
          told,
        }),
      () => undefined,
    );
    void this.#own.then((own) => comments.forEach((comment) => own?.add(comment)));
  }

  #showPause() {
    if (this.dataset.mode === 'closed') return;
    const button = document.createElement('button');
    button.textContent = 'Try again';
    button.addEventListener('click', () => void this.#tryAgain());
    const said = document.createElement('p');
    said.textContent = 'Posting is paused. Comments can still be read, and your text is kept.';
    this.#part('entry').replaceChildren(said, button);
  }

  /** The button goes with what it stood in, so that focus moves to what came instead. */
  async #tryAgain() {
    this.#announce('');
    await this.#load();
    this.#part('entry').querySelector<HTMLElement>('textarea, button')?.focus();
  }

  #showForm({ name }: Me, answering?: Answering) {
    this.#close();
    this.#open = answering;
    const parent = answering?.link.dataset.reply;
    const draft = draftOf(parent ? `${this.#article}-${parent}` : this.#article, storage());
    const { body, key } = draft.get();
    const entry = answering?.entry ?? this.#part('entry');
    const who = `<div class="who"><p>Logged in as <strong>${escapeHtml(name)}</strong></p>${logoutForm()}</div>`;
    const state = { article: this.#article, key, returnTo: this.#back, values: { body }, ...(parent && { parent }) };
    entry.innerHTML = (parent ? '' : who) + commentForm(state);
    if (answering) {
      // One form at a time, so that every label has the one field that it names.
      this.#part('entry').hidden = true;
      this.#part('entry').replaceChildren();
    } else entry.querySelector<HTMLInputElement>('.who [name=returnTo]')!.value = this.#back;
    const form = entry.querySelector<HTMLFormElement>(':scope > form')!;
    const text = form.querySelector('textarea')!;
    if (answering) {
      const cancel = document.createElement('button');
      cancel.type = 'button';
      cancel.textContent = 'Cancel';
      cancel.className = 'quiet';
      cancel.addEventListener('click', () => this.#finish());
      form.append(cancel);
      text.focus();
    }
    text.addEventListener('input', () => draft.write(text.value));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#sending) void this.#post(name, form, text, draft, parent);
    });
  }

  /** Takes the form of an answer away. */
  #close() {
    this.#open?.entry.remove();
    this.#open = undefined;
  }

  /** Ends an answer: focus goes back to where it began, and the form of the thread comes back. */
  #finish() {
    const link = this.#open?.link;
    if (!link || !this.#me || this.#sending) return;
    this.#close();
    this.#part('entry').hidden = false;
    this.#showForm(this.#me);
    link.focus();
  }

  /** 1 for a comment that everybody reads, else 0. */
  #isPublic = (id: string) =>
    Number(this.querySelector(`[id="comment-${id}"]`)?.matches(':not(.pending, .removed)') ?? false);

  #rootOf = (comment: string | undefined) =>
    this.querySelector(`[id="comment-${comment}"]`)?.closest('[data-thread] > .comment')?.id.slice('comment-'.length) ??
    null;

  async #post(
    author: string,
    form: HTMLFormElement,
    text: HTMLTextAreaElement,
    draft: DraftStore,
    parent: string | undefined,
  ) {
    const button = form.querySelector('button')!;
    const agree = form.querySelector<HTMLInputElement>('[name=agree]');
    const { key } = draft.get();
    draft.write(text.value);
    this.#busy(button, text, true);
    this.#complain(form, text, undefined);
    this.#announce('');
    const at = new Date().toISOString();
    const html = escapeHtml(text.value.trim()).replaceAll('\n', '<br>');
    const place = { parent: parent ?? null, root: this.#rootOf(parent) };
    const unmarked = { recommendations: 0, pinned: false, pick: false, staff: false, person: null };
    const sending: Shown = {
      id: key,
      article: this.#article,
      ...place,
      author,
      at,
      html,
      ...unmarked,
      edited: null,
      state: 'sending',
    };
    mergeComments(this.#part('thread'), [sending], this.#scene);
    const answer = await askReaderApi<OwnComment>(readerRoutes.comments, {
      article: this.#article,
      body: text.value,
      key,
      ...(parent && { parent }),
      ...(agree?.checked && { agree: agree.value }),
    });
    this.#busy(button, text, false);
    this.querySelector(`[id="comment-${key}"]`)?.remove();
    if (answer.is === 'given') {
      agree?.closest('section')?.remove();
      draft.clear();
      text.value = '';
      this.#showPosted(answer.value);
      this.#finish();
    } else if (answer.is === 'refused') {
      this.#refuse(form, text, answer.problem);
    } else if (answer.is === 'login-required') {
      this.#askToLogIn('Your session has ended. Your text is kept. ');
    } else {
      this.#announce('Posting is paused. Your text is kept; try again in a minute.', true);
    }
  }

  #busy(button: HTMLButtonElement, text: HTMLTextAreaElement, busy: boolean) {
    this.#sending = busy;
    button.setAttribute('aria-disabled', String(busy));
    text.readOnly = busy;
  }

  #showPosted(comment: OwnComment) {
    const isNew = !this.querySelector(`[id="comment-${comment.id}"]`);
    mergeComments(this.#part('thread'), [comment], this.#scene);
    this.#keepOwn([comment]);
    this.#part('empty')?.remove();
    if (isNew && comment.state === 'published') {
      const count = this.#part('count');
      count.textContent = String(Number(count.textContent) + 1);
    }
    this.#announce(told[comment.state]);
  }

  #refuse(form: HTMLFormElement, text: HTMLTextAreaElement, { title, detail, fields, terms }: Partial<Problem>) {
    this.#complain(form, text, fields?.body);
    form.querySelector('.terms')?.remove();
    if (terms) {
      form.querySelector('button')!.insertAdjacentHTML('beforebegin', agreement(terms));
      form.querySelector<HTMLElement>('[name=agree]')!.focus();
    }
    if (fields?.body) text.focus();
    else this.#announce([title ?? 'That did not work.', detail, 'Your text is kept.'].filter(Boolean).join(' '), true);
  }

  /** Says what is wrong with the text beside it; undefined takes it back. */
  #complain(form: HTMLFormElement, text: HTMLTextAreaElement, problem: string | undefined) {
    form.querySelector('#body-problem')?.remove();
    text.removeAttribute('aria-invalid');
    text.setAttribute('aria-describedby', 'body-hint');
    if (!problem) return;
    const said = document.createElement('p');
    said.className = 'problem';
    said.id = 'body-problem';
    said.textContent = problem;
    text.before(said);
    text.setAttribute('aria-invalid', 'true');
    text.setAttribute('aria-describedby', `body-hint ${said.id}`);
  }

  #askToLogIn(text: string) {
    const login = document.createElement('a');
    login.href = comingBack(readerRoutes.login, this.#back);
    login.textContent = 'Log in again';
    login.dataset.login = '';
    this.#announce(text, true, login);
  }

  #announce(text: string, failed = false, ...more: Node[]) {
    const region = this.#part('announcement');
    region.classList.toggle('failed', failed);
    region.replaceChildren(text, ...more);
  }
}

customElements.define('dl-comments', Comments);
