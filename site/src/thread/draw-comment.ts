import type { OwnComment, PublishedComment } from '@dateline/shared/comment';
import { writeInstant } from '../story/dates.ts';

/** A comment as the island shows it: public, or the reader's own on its way there. */
export type Shown = PublishedComment | (Omit<OwnComment, 'state'> & { state: OwnComment['state'] | 'sending' });

const states = { sending: 'Sending…', held: 'Waiting for a moderator', refused: 'Not accepted', published: '' };

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/** The same HTML as the page's own comments have. `comment.html` comes escaped from the API. */
export function drawComment(comment: Shown, timeZone: string): HTMLLIElement {
  const { id, at, author, html } = comment;
  const removed = 'removed' in comment && comment.removed;
  const state = 'state' in comment ? states[comment.state] : '';
  const item = element('li', `comment${removed ? ' removed' : ''}${state ? ' pending' : ''}`);
  item.id = `comment-${id}`;
  if (removed) {
    item.append(element('p', '', 'This comment was removed.'));
    return item;
  }
  const time = element('time', '', writeInstant(at, { language: document.documentElement.lang, timeZone }));
  time.dateTime = at;
  const link = element('a', '', time);
  link.href = `#${item.id}`;
  const header = element('header', '', element('span', 'author', author), link);
  if (state) header.append(element('span', 'state', state));
  const text = element('div', 'said-here');
  text.innerHTML = html;
  item.append(header, text);
  return item;
}

/**
 * Puts comments, newest first, among those that the page shows already. What is there and unchanged is
 * left alone, so that neither focus nor a reader's place is lost.
 */
export function mergeComments(list: Element, comments: readonly Shown[], timeZone: string): void {
  let next = list.firstElementChild;
  for (const comment of comments) {
    const drawn = drawComment(comment, timeZone);
    const there = list.querySelector(`[id="${drawn.id}"]`);
    const kept = there && there.className === drawn.className ? there : drawn;
    if (!there) list.insertBefore(drawn, next);
    else if (kept === drawn) there.replaceWith(drawn);
    next = kept.nextElementSibling;
  }
}
