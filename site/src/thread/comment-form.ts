import type { OwnComment } from '@dateline/shared/comment';
import { agreement, commentForm, logoutForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import type { Problem } from '@dateline/shared/problem';
import type { Me } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';
import { askReaderApi, type Refusal } from './ask-reader-api.ts';
import { draftOf, type DraftStore } from './draft.ts';
import type { Shown } from './draw-comment.ts';
import { words } from './words.ts';

/** The thread that is written in. */
export interface Thread {
  article: string;
  /** Where one comes back to. */
  back: string;
  /** Where the form stands. */
  entry: HTMLElement;
  storage: Storage | undefined;
  /** The comment of the first level under which one stands. */
  rootOf: (comment: string) => string | null;
  draw: (comment: Shown) => void;
  takeAway: (comment: string) => void;
  posted: (comment: OwnComment) => void;
  announce: (text: string, failed?: boolean) => void;
  /** Says that the session has ended, or that posting is paused. */
  fail: (answer: Refusal) => void;
}

/** An answer that is being written, with the link that opened its form. */
interface Answering {
  entry: HTMLElement;
  link: HTMLAnchorElement;
}

interface Form {
  element: HTMLFormElement;
  text: HTMLTextAreaElement;
  button: HTMLButtonElement;
  draft: DraftStore;
  parent: string | undefined;
}

/** Says what is wrong with the text beside it; undefined takes it back. */
function complain({ element, text }: Form, problem: string | undefined): void {
  element.querySelector('#body-problem')?.remove();
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

/**
 * Where a reader who is signed in writes: the form of the thread, or that of an answer. There is one at a time, so that every
 * label has the one field that it names.
 */
export class CommentForm {
  #thread: Thread;
  #name = '';
  #answering: Answering | undefined;
  #sending = false;

  constructor(thread: Thread) {
    this.#thread = thread;
  }

  /** Shows the form of the thread; an answer that is being written stays open. */
  show({ name }: Me): void {
    this.#name = name;
    if (this.#answering?.entry.isConnected) this.#leaveEntry();
    else this.#showOwn();
  }

  focus(): void {
    (this.#answering?.entry ?? this.#thread.entry).querySelector('textarea')?.focus();
  }

  /** Answers a comment where it stands. */
  answer(link: HTMLAnchorElement): void {
    if (this.#sending) return;
    this.#close();
    const entry = document.createElement('div');
    entry.className = 'entry';
    link.parentElement!.append(entry);
    this.#answering = { entry, link };
    this.#leaveEntry();
    const { element, text } = this.#draw(entry, link.dataset.reply);
    const cancel = document.createElement('button');
    cancel.type = 'button';
    cancel.textContent = words.cancel;
    cancel.className = 'quiet';
    cancel.addEventListener('click', () => this.#finish());
    element.append(cancel);
    text.focus();
  }

  #showOwn(): void {
    const { entry, back } = this.#thread;
    this.#close();
    entry.hidden = false;
    this.#draw(entry);
    const who = `<p>${words.loggedInAs} <strong>${escapeHtml(this.#name)}</strong></p>${logoutForm(back, words)}`;
    entry.insertAdjacentHTML('afterbegin', `<div class="who">${who}</div>`);
  }

  #leaveEntry(): void {
    this.#thread.entry.hidden = true;
    this.#thread.entry.replaceChildren();
  }

  #draw(entry: HTMLElement, parent?: string): Form {
    const { article, back, storage } = this.#thread;
    const draft = draftOf(parent ? `${article}-${parent}` : article, storage);
    const { body, key } = draft.get();
    const state = { article, key, returnTo: back, values: { body }, ...(parent && { parent }) };
    entry.innerHTML = commentForm(state, words);
    const element = entry.querySelector('form')!;
    const form = {
      element,
      text: element.querySelector('textarea')!,
      button: element.querySelector('button')!,
      draft,
      parent,
    };
    form.text.addEventListener('input', () => draft.write(form.text.value));
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#sending) void this.#post(form);
    });
    return form;
  }

  /** Takes the form of an answer away. */
  #close(): void {
    this.#answering?.entry.remove();
    this.#answering = undefined;
  }

  /** Ends an answer: focus goes back to where it began, and the form of the thread comes back. */
  #finish(): void {
    const link = this.#answering?.link;
    if (!link || this.#sending) return;
    this.#showOwn();
    link.focus();
  }

  async #post(form: Form): Promise<void> {
    const { element, text, draft, parent } = form;
    const { article, announce } = this.#thread;
    const agree = element.querySelector<HTMLInputElement>('[name=agree]');
    const { key } = draft.get();
    draft.write(text.value);
    this.#busy(form, true);
    complain(form, undefined);
    announce('');
    this.#thread.draw(this.#sent(key, text.value, parent));
    const answer = await askReaderApi<OwnComment>(readerRoutes.comments, {
      article,
      body: text.value,
      key,
      ...(parent && { parent }),
      ...(agree?.checked && { agree: agree.value }),
    });
    this.#busy(form, false);
    this.#thread.takeAway(key);
    if (answer.is === 'given') {
      agree?.closest('section')?.remove();
      draft.clear();
      text.value = '';
      this.#thread.posted(answer.value);
      this.#finish();
    } else if (answer.is === 'refused') this.#refuse(form, answer.problem);
    else this.#thread.fail(answer);
  }

  /** A comment as it is shown until there is an answer. */
  #sent(id: string, body: string, parent: string | undefined): Shown {
    const now = new Date().toISOString();
    return {
      id,
      article: this.#thread.article,
      parent: parent ?? null,
      root: parent ? this.#thread.rootOf(parent) : null,
      author: this.#name,
      html: escapeHtml(body.trim()).replaceAll('\n', '<br>'),
      at: now,
      written: now,
      edited: null,
      recommendations: 0,
      pinned: false,
      pick: false,
      staff: false,
      person: null,
      state: 'sending',
    };
  }

  #busy({ button, text }: Form, busy: boolean): void {
    this.#sending = busy;
    button.setAttribute('aria-disabled', String(busy));
    text.readOnly = busy;
  }

  #refuse(form: Form, problem: Partial<Problem>): void {
    const { element, text, button } = form;
    const { title = words.failed, detail, fields, terms } = problem;
    complain(form, fields?.body);
    element.querySelector('.terms')?.remove();
    if (terms) {
      button.insertAdjacentHTML('beforebegin', agreement(terms, words));
      element.querySelector<HTMLElement>('[name=agree]')!.focus();
    }
    if (fields?.body) text.focus();
    else this.#thread.announce([title, detail, words.textKept].filter(Boolean).join(' '), true);
  }
}
