import type { OwnComment, PublishedComment } from '@dateline/shared/comment';
import { editForm } from '@dateline/shared/forms';
import { readerRoutes } from '@dateline/shared/routes';
import { askReaderApi, type Answer, type Refusal } from './ask-reader-api.ts';
import { draftOf } from './draft.ts';
import type { Shown } from './draw-comment.ts';
import { hush, inWords, reasonOf, tell } from './tell.ts';
import { complain, countDown, isTooLong } from './text-field.ts';
import { words } from './words.ts';

/** What a reader can do with a comment of their own. */
export type Own = Pick<OwnComment, 'id' | 'body' | 'editableUntil'>;

/** The thread that they stand in. */
export interface Thread {
  list: Element;
  /** Where one comes back to. */
  back: string;
  /** Shows what has become of a comment, and says so; of null nothing is left. */
  show: (id: string, comment: Shown | null, said: string) => void;
  /** Says politely what came of it. */
  announce: (text: string) => void;
}

const itemOf = (list: Element, id: string) => list.querySelector(`[id="comment-${id}"]`);

function button(text: string, act: () => void, quiet = false): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  if (quiet) made.className = 'quiet';
  made.addEventListener('click', act);
  return made;
}

/** Changes and deletes one's own comments where they stand. The links for it lead to the same on pages of their own. */
export class OwnComments {
  #thread: Thread;
  #own = new Map<string, Own>();
  #busy = false;

  constructor(thread: Thread) {
    this.#thread = thread;
    thread.list.addEventListener('click', (event) => this.#handle(event as MouseEvent));
  }

  /** Puts the links under one's own comment. */
  add(own: Own): void {
    const { id, editableUntil } = own;
    this.#own.set(id, own);
    const item = itemOf(this.#thread.list, id);
    if (!item || item.querySelector(':scope > .acts [data-withdraw]')) return;
    let acts = item.querySelector(':scope > .acts');
    if (!acts) {
      acts = document.createElement('div');
      acts.className = 'acts';
      item.querySelector(':scope > .said-here')?.after(acts);
    }
    const day = item.querySelector(':scope > header time')?.textContent ?? '';
    const link = (text: string, label: string, href: string, act: string) => {
      const made = document.createElement('a');
      made.textContent = text;
      made.ariaLabel = label;
      made.href = href;
      made.dataset[act] = '';
      return made;
    };
    if (editableUntil) acts.append(link(words.edit, words.editOf(day), readerRoutes.editComment(id), 'edit'));
    acts.append(link(words.delete, words.deleteOf(day), readerRoutes.withdrawComment(id), 'withdraw'));
  }

  #handle(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.acts a') : null;
    const own = this.#own.get(link?.closest('.comment')?.id.slice('comment-'.length) ?? '');
    if (!link || !own || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.edit !== undefined) this.#edit(link, own);
    else if (link.dataset.withdraw !== undefined) this.#withdraw(link, own);
    else return;
    event.preventDefault();
  }

  /** A box below the comment, and the way out of it back to the link. */
  #box(link: HTMLAnchorElement) {
    this.#thread.list.querySelector('.own-box')?.remove();
    const box = document.createElement('div');
    box.className = 'entry own-box';
    link.parentElement!.append(box);
    return {
      box,
      close: () => {
        box.remove();
        link.focus();
      },
    };
  }

  /** Asks for a change, and shows what came of it. @returns Undefined where it was not to be, with why. */
  async #ask<T extends Shown | null>(
    url: string,
    body: { comment: string; body?: string },
    said: (answer: T) => string,
  ): Promise<Answer<T> | undefined> {
    if (this.#busy) return undefined;
    this.#busy = true;
    const answer = await askReaderApi<T>(url, body);
    this.#busy = false;
    if (answer.is === 'given') this.#thread.show(body.comment, answer.value, said(answer.value));
    return answer;
  }

  #tell(place: Element, answer: Refusal, kept?: string) {
    tell(place, ...reasonOf(answer, this.#thread.back, words.postingPaused, kept));
  }

  #edit(link: HTMLAnchorElement, { id, body }: Own) {
    const { box, close } = this.#box(link);
    const draft = draftOf(`edit-${id}`);
    box.innerHTML = editForm({ comment: id, id: 'own-body', values: { body: draft.get().body || body } }, words);
    const form = box.querySelector('form')!;
    const text = form.querySelector('textarea')!;
    const leave = () => {
      draft.clear();
      close();
    };
    form.append(button(words.cancel, leave, true));
    text.focus();
    text.addEventListener('input', () => draft.write(text.value));
    countDown(text, this.#thread.announce);
    const save = async () => {
      hush(form);
      if (isTooLong(text)) return;
      const said = ({ state }: OwnComment) => (state === 'published' ? words.changed : words.told[state]);
      const edited = await this.#ask(readerRoutes.edit, { comment: id, body: text.value }, said);
      if (!edited) return;
      if (edited.is !== 'given') {
        const body = edited.is === 'refused' ? edited.problem.fields?.body : undefined;
        return body ? complain(text, inWords(body)) : this.#tell(form, edited, words.textKept);
      }
      leave();
      this.add(edited.value);
      itemOf(this.#thread.list, id)?.querySelector<HTMLElement>('[data-edit]')?.focus();
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void save();
    });
  }

  #withdraw(link: HTMLAnchorElement, { id }: Own) {
    const { box, close } = this.#box(link);
    const remove = async () => {
      const before = itemOf(this.#thread.list, id);
      const beside = before?.nextElementSibling ?? before?.previousElementSibling;
      const said = () => words.deleted;
      const left = await this.#ask<PublishedComment | null>(readerRoutes.withdraw, { comment: id }, said);
      if (!left) return;
      if (left.is !== 'given') return this.#tell(box, left);
      this.#own.delete(id);
      const place = itemOf(this.#thread.list, id) ?? beside ?? this.#thread.list;
      if (!(place instanceof HTMLElement)) return;
      place.tabIndex = -1;
      place.focus();
    };
    const go = button(words.deleteIt, () => void remove());
    box.append(`${words.goneForGood} `, go, ' ', button(words.keepIt, close, true));
    go.focus();
  }
}
