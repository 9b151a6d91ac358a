import type { OwnComment } from '@dateline/shared/comment';
import { agreement, commentForm, logoutForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import type { NamedReader, Problem } from '@dateline/shared/problem';
import { readerRoutes } from '@dateline/shared/routes';
import { askReaderApi, type Refusal } from './ask-reader-api.ts';
import { draftOf, type DraftStore } from './draft.ts';
import type { Shown } from './draw-comment.ts';
import { hush, inWords, reasonOf, tell } from './tell.ts';
import { complain, countDown, isTooLong } from './text-field.ts';
import { words } from './words.ts';

/** The thread that is written in. */
export interface Thread {
  article: string;
  /** Where one comes back to. */
  back: string;
  /** Where comments that answer none are written; undefined where that is here. */
  newest: string | undefined;
  /** Where the form stands. */
  entry: HTMLElement;
  /** Where a comment stands in the list that is shown. */
  itemOf: (comment: string) => Element | null;
  draw: (comment: Shown) => void;
  takeAway: (comment: string) => void;
  posted: (comment: OwnComment) => void;
  /** Says politely what came of it. */
  announce: (text: string) => void;
  /** Shows what the thread has by now. */
  refresh: () => void;
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

/**
 * Where a reader who is signed in writes: the form of the thread, or that of an answer. There is one at a time, so that every
 * label has the one field that it names.
 */
export class CommentForm {
  #thread: Thread;
  #me: NamedReader = { id: '', name: '' };
  #answering: Answering | undefined;
  #sending = false;

  constructor(thread: Thread) {
    this.#thread = thread;
  }

  /** Shows the form of the thread; an answer that the same reader is writing stays open. */
  show(me: NamedReader): void {
    if (me.id !== this.#me.id) this.#close();
    this.#me = me;
    if (this.#answering?.entry.isConnected) this.#leaveEntry();
    else this.#showOwn();
  }

  focus(): void {
    (this.#answering?.entry ?? this.#thread.entry).querySelector<HTMLElement>('textarea, a')?.focus();
  }

  /** After the thread was drawn in another order: an answer goes on where its comment stands now, if it is among those that are shown. */
  goOn(): void {
    if (!this.#answering || this.#answering.entry.isConnected) return;
    const { entry, link } = this.#answering;
    const now = this.#thread
      .itemOf(link.dataset.reply ?? '')
      ?.querySelector<HTMLAnchorElement>(':scope > .acts [data-reply]');
    if (!now) return this.#showOwn();
    now.parentElement!.append(entry);
    this.#answering.link = now;
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
    const { entry, back, newest } = this.#thread;
    this.#close();
    entry.hidden = false;
    if (newest) entry.innerHTML = `<p><a href="${escapeHtml(newest)}">${words.write}</a></p>`;
    else this.#draw(entry);
    const who = `<p>${words.loggedInAs} <strong>${escapeHtml(this.#me.name)}</strong></p>${logoutForm(back, words)}`;
    entry.insertAdjacentHTML('afterbegin', `<div class="who">${who}</div>`);
  }

  #leaveEntry(): void {
    this.#thread.entry.hidden = true;
    this.#thread.entry.replaceChildren();
  }

  #draw(entry: HTMLElement, parent?: string): Form {
    const { article, back, announce } = this.#thread;
    const draft = this.#draftOf(parent);
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
    form.text.addEventListener('input', () => form.draft.write(form.text.value));
    countDown(form.text, announce);
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#sending) void this.#post(form);
    });
    return form;
  }

  #draftOf = (parent?: string) => draftOf([this.#me.id, this.#thread.article, parent].filter(Boolean).join('-'));

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
    const { article, announce, draw, takeAway, posted } = this.#thread;
    const agree = element.querySelector<HTMLInputElement>('[name=agree]');
    const { key } = draft.get();
    draft.write(text.value);
    hush(element);
    announce('');
    if (isTooLong(text)) return;
    this.#busy(form, true);
    draw(this.#sent(key, text.value, parent));
    const answer = await askReaderApi<OwnComment>(readerRoutes.comments, {
      article,
      body: text.value,
      key,
      reader: this.#me.id,
      ...(parent && { parent }),
      ...(agree?.checked && { agree: agree.value }),
    });
    this.#busy(form, false);
    takeAway(key);
    if (answer.is !== 'given') return this.#fail(form, answer);
    agree?.closest('section')?.remove();
    text.value = '';
    text.dispatchEvent(new Event('input'));
    draft.clear();
    posted(answer.value);
    this.#finish();
  }

  /** A comment as it is shown until there is an answer. */
  #sent(id: string, body: string, parent: string | undefined): Shown {
    const now = new Date().toISOString();
    return {
      id,
      article: this.#thread.article,
      parent: parent ?? null,
      root: parent ? this.#rootOf(parent) : null,
      author: this.#me.name,
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

  /** The comment of the first level under which one stands. */
  #rootOf(comment: string): string | null {
    const item = this.#thread.itemOf(comment);
    const root = item?.closest<HTMLElement>('[data-thread]')?.dataset.root;
    return root ?? item?.closest('[data-thread] > .comment')?.id.slice('comment-'.length) ?? null;
  }

  #busy({ button, text }: Form, busy: boolean): void {
    this.#sending = busy;
    button.setAttribute('aria-disabled', String(busy));
    text.readOnly = busy;
  }

  /** Says in the form what went wrong. The text stays in it, and in the browser. */
  #fail(form: Form, answer: Refusal): void {
    const { element, text, button } = form;
    const { code, fields, terms, reader }: Partial<Problem> = answer.is === 'refused' ? answer.problem : {};
    if (code === 'key-used') {
      form.draft.renewKey();
      this.#thread.refresh();
    }
    if (reader) this.#handOver(form, reader);
    element.querySelector('.terms')?.remove();
    if (terms) {
      button.insertAdjacentHTML('beforebegin', agreement(terms, words));
      element.querySelector<HTMLElement>('[name=agree]')!.focus();
    }
    if (fields?.body) complain(text, inWords(fields.body));
    // The comment that is answered may be shown no more.
    else
      tell(
        element.isConnected ? element : this.#thread.entry,
        ...reasonOf(answer, this.#thread.back, words.postingPaused, words.textKept),
        reader ? ` ${words.loggedInAs} ${reader.name}.` : '',
      );
  }

  /** The form, and what stands in it, is from now on of whoever another tab has logged in. */
  #handOver(form: Form, reader: NamedReader): void {
    this.#me = reader;
    form.draft = this.#draftOf(form.parent);
    this.#thread.entry.querySelector('.who strong')?.replaceChildren(reader.name);
    this.#thread.refresh();
  }
}
