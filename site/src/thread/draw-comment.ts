import type { OwnComment, PublishedComment } from '@dateline/shared/comment';
import { readerRoutes } from '@dateline/shared/routes';
import { writeDayOf, writeInstant } from '../story/dates.ts';
import { excerptOf } from '../story/excerpt.ts';
import { badgesOf, isBeforeCorrection, sayRecommended, type Commented } from './marks.ts';
import { language, words } from './words.ts';

/** A comment as the island shows it: public, or the reader's own on its way there. */
export type Shown =
  | PublishedComment
  | (Omit<OwnComment, 'state' | 'body' | 'editableUntil'> & { state: OwnComment['state'] | 'sending' });

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/** Where comments are drawn: of the story that they stand under, and how the newsroom writes dates. */
export interface Scene extends Commented {
  timeZone: string;
  closed: boolean;
}

/** What a reply answers, where that is not the comment that it stands under. */
export interface Answered {
  href: string;
  /** Undefined where it is not to be seen on this page; null where nobody sees it. */
  comment: Pick<Shown, 'author' | 'html'> | null | undefined;
}

function answeredLine({ href, comment }: Answered): HTMLElement {
  const link = element('a', '');
  link.href = href;
  if (comment) {
    const said = element('bdi', '', element('q', '', excerptOf(comment.html)));
    link.append(`${words.inReplyTo} `, element('bdi', '', comment.author), ': ', said);
  } else link.append(comment === null ? words.inReplyToHidden : words.inReplyToOther);
  return element('p', 'answered', link);
}

function actsOf({ id, article, author, recommendations }: Shown, { closed }: Scene): HTMLElement {
  const act = (text: string, href: string, label: string) => {
    const link = element('a', '', text);
    link.href = href;
    link.rel = 'nofollow';
    link.ariaLabel = label;
    return link;
  };
  const reply = act(words.reply, readerRoutes.writeComment(article, id), words.replyTo(author));
  reply.dataset.reply = id;
  const recommend = act(words.recommend, readerRoutes.recommendComment(id), words.recommendOf(author));
  recommend.dataset.recommend = id;
  const recommended = element('span', 'recommended', sayRecommended(recommendations, words));
  recommended.dataset.recommended = '';
  const report = act(words.report, readerRoutes.reportComment(id), words.reportOf(author));
  return element('div', 'acts', ...(closed ? [] : [reply]), recommend, recommended, report);
}

/** The same HTML as the page's own comments have. `comment.html` comes escaped from the API. */
export function drawComment(comment: Shown, scene: Scene, answered?: Answered): HTMLLIElement {
  const { id, at, author, edited, html } = comment;
  const where = { language, timeZone: scene.timeZone };
  const removed = 'removed' in comment && comment.removed;
  const state = 'state' in comment ? words.states[comment.state] : '';
  const waiting = removed && comment.waiting;
  const marks = [removed && 'removed', waiting && 'waiting', state && 'pending'].filter(Boolean);
  const item = element('li', ['comment', ...marks].join(' '));
  item.id = `comment-${id}`;
  if (edited) item.dataset.edited = edited;
  if (removed) {
    item.append(element('p', '', waiting ? words.notShown : words.removed));
    return item;
  }
  const time = element('time', '', writeInstant(at, where));
  time.dateTime = at;
  const link = element('a', '', time);
  link.href = `#${item.id}`;
  const badges = badgesOf(comment, scene, words).map((badge) => element('span', 'badge', badge));
  const header = element('header', '', element('bdi', 'author', author), ...badges, link);
  if (edited) header.append(element('span', '', words.edited));
  if (state) header.append(element('span', 'state', state));
  const text = element('div', 'said-here');
  text.dir = 'auto';
  text.innerHTML = html;
  item.append(header);
  if (scene.correctedAt && isBeforeCorrection(comment, scene))
    item.append(element('p', 'answered', words.beforeCorrection(writeDayOf(scene.correctedAt, where))));
  if (answered) item.append(answeredLine(answered));
  item.append(text);
  if (!state) item.append(actsOf(comment, scene));
  return item;
}
