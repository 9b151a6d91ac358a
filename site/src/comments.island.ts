import type { OwnComment, ThreadPage } from '@dateline/shared/comment';
import { commentForm, logoutForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import type { Problem } from '@dateline/shared/problem';
import type { Me } from '@dateline/shared/reader';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import { isSignedIn } from './signed-in.ts';
import { askReaderApi } from './thread/ask-reader-api.ts';
import { draftOf, type DraftStore } from './thread/draft.ts';
import { drawComment, mergeComments, type Shown } from './thread/draw-comment.ts';

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

/**
 * Adds to a thread that the page holds already: what is newer, the reader's own waiting comments, and the
 * form. For a reader who is not signed in it does nothing and asks nothing.
 */
class Comments extends HTMLElement {
  #draft: DraftStore | undefined;
  #sending = false;

  connectedCallback() {
    if (isSignedIn()) void this.#load();
  }

  #part = (name: string) => this.querySelector<HTMLElement>(`[data-${name}]`)!;

  get #article() {
    return this.dataset.article ?? '';
  }

  get #back() {
    return this.dataset.back ?? '/';
  }

  get #timeZone() {
    return this.dataset.timeZone ?? 'UTC';
  }

  async #load() {
    const [me, thread] = await Promise.all([
      askReaderApi<Me>(readerRoutes.me),
      askReaderApi<ThreadPage>(`${readerRoutes.comments}?article=${this.#article}`),
    ]);
    if (thread.is === 'given') this.#showThread(thread.value);
    if (me.is === 'given' && thread.is === 'given' && thread.value.mode !== 'closed') this.#showForm(me.value);
    else if (me.is === 'paused' || thread.is === 'paused') this.#showPause();
  }

  #showThread({ comments, own, count }: ThreadPage) {
    const shown: Shown[] = [...own, ...comments].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
    mergeComments(this.#part('thread'), shown, this.#timeZone);
    this.#part('count').textContent = String(count);
    if (shown.length) this.#part('empty')?.remove();
  }

  #showPause() {
    if (this.dataset.mode === 'closed') return;
    const button = document.createElement('button');
    button.textContent = 'Try again';
    button.addEventListener('click', () => void this.#tryAgain());
    const said = document.createElement('p');
    said.textContent =
      'Posting is paused for the moment. Comments can still be read, and what you have typed here before is kept.';
    this.#part('entry').replaceChildren(said, button);
  }

  /** The button goes with what it stood in, so that focus moves to what came instead. */
  async #tryAgain() {
    await this.#load();
    this.#part('entry').querySelector<HTMLElement>('textarea, button')?.focus();
  }

  #showForm({ name }: Me) {
    const draft = (this.#draft ??= draftOf(this.#article, storage()));
    const { body, key } = draft.get();
    const entry = this.#part('entry');
    entry.innerHTML = `<div class="who"><p>Logged in as <strong>${escapeHtml(name)}</strong></p>${logoutForm()}</div>${commentForm({ article: this.#article, key, returnTo: this.#back, values: { body } })}`;
    entry.querySelector<HTMLInputElement>('.who [name=returnTo]')!.value = this.#back;
    const form = entry.querySelector<HTMLFormElement>(':scope > form')!;
    const text = form.querySelector('textarea')!;
    text.addEventListener('input', () => draft.write(text.value));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#sending) void this.#post(name, form, text, draft);
    });
  }

  async #post(author: string, form: HTMLFormElement, text: HTMLTextAreaElement, draft: DraftStore) {
    const button = form.querySelector('button')!;
    const { key } = draft.get();
    draft.write(text.value);
    this.#busy(button, text, true);
    this.#complain(form, text, undefined);
    this.#announce('');
    const at = new Date().toISOString();
    const html = escapeHtml(text.value.trim()).replaceAll('\n', '<br>');
    const waiting = drawComment(
      { id: key, article: this.#article, author, at, html, state: 'sending' },
      this.#timeZone,
    );
    this.#part('thread').prepend(waiting);
    const answer = await askReaderApi<OwnComment>(readerRoutes.comments, {
      article: this.#article,
      body: text.value,
      key,
    });
    this.#busy(button, text, false);
    waiting.remove();
    if (answer.is === 'given') {
      draft.clear();
      text.value = '';
      this.#showPosted(answer.value);
    } else if (answer.is === 'refused') {
      this.#refuse(form, text, answer.problem);
    } else if (answer.is === 'login-required') {
      const login = document.createElement('a');
      login.href = comingBack(readerRoutes.login, this.#back);
      login.textContent = 'Log in again';
      this.#announce('Your session has ended. Your text is kept. ', true, login);
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
    mergeComments(this.#part('thread'), [comment], this.#timeZone);
    this.#part('empty')?.remove();
    if (isNew && comment.state === 'published') {
      const count = this.#part('count');
      count.textContent = String(Number(count.textContent) + 1);
    }
    this.#announce(told[comment.state]);
  }

  #refuse(form: HTMLFormElement, text: HTMLTextAreaElement, { title, detail, fields }: Partial<Problem>) {
    this.#complain(form, text, fields?.body);
    if (fields?.body) text.focus();
    else this.#announce([title ?? 'That did not work.', detail, 'Your text is kept.'].filter(Boolean).join(' '), true);
  }

  /** Says what is wrong with the text beside it; undefined takes it back. */
  #complain(form: HTMLFormElement, text: HTMLTextAreaElement, problem: string | undefined) {
    form.querySelector('#body-problem')?.remove();
    text.removeAttribute('aria-invalid');
    text.removeAttribute('aria-describedby');
    if (!problem) return;
    const said = document.createElement('p');
    said.className = 'problem';
    said.id = 'body-problem';
    said.textContent = problem;
    text.before(said);
    text.setAttribute('aria-invalid', 'true');
    text.setAttribute('aria-describedby', said.id);
  }

  #announce(text: string, failed = false, ...more: Node[]) {
    const region = this.#part('announcement');
    region.classList.toggle('failed', failed);
    region.replaceChildren(text, ...more);
  }
}

customElements.define('dl-comments', Comments);
