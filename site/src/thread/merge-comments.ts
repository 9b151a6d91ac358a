import { readerRoutes } from '@dateline/shared/routes';
import { drawComment, type Answered, type Scene, type Shown } from './draw-comment.ts';
import { showRecommendations } from './recommend.ts';
import { listUnder } from './replies-of.ts';

const itemOf = (list: Element, id: string) => list.querySelector<HTMLElement>(`[id="comment-${id}"]`);

/** What a reply answers, where that is not the comment that it stands under, as the list shows it. */
function answeredBy({ parent, root }: Shown, list: Element): Answered | undefined {
  if (parent === null || parent === root) return undefined;
  const there = itemOf(list, parent);
  if (!there) return { href: readerRoutes.comment(parent), comment: undefined };
  const [author, said] = [':scope > header .author', ':scope > .said-here'].map((part) => there.querySelector(part));
  const comment = author && said ? { author: author.textContent ?? '', html: said.innerHTML } : null;
  return { href: `#${there.id}`, comment };
}

const draw = (comment: Shown, list: Element, scene: Scene) => drawComment(comment, scene, answeredBy(comment, list));

const isPending = (...items: Element[]) => items.some(({ classList }) => classList.contains('pending'));

const isSame = (there: HTMLElement, drawn: HTMLElement) =>
  ['removed', 'waiting'].every((mark) => there.classList.contains(mark) === drawn.classList.contains(mark)) &&
  there.dataset.edited === drawn.dataset.edited &&
  !isPending(there, drawn);

/** Draws a comment anew where it stands, if it says something else by now. @returns Undefined where it stands nowhere. */
function renew(list: Element, comment: Shown, scene: Scene): Element | undefined {
  const there = itemOf(list, comment.id);
  if (!there) return undefined;
  const drawn = draw(comment, list, scene);
  if (isSame(there, drawn)) {
    showRecommendations(there, comment.recommendations);
    return there;
  }
  drawn.append(...there.querySelectorAll(':scope > .replies, :scope > .more-replies'));
  there.replaceWith(drawn);
  return drawn;
}

/** Puts replies, newest first, where their time is among those of their conversations. */
function mergeReplies(list: HTMLElement, comments: readonly Shown[], scene: Scene): void {
  for (const comment of comments.toReversed()) {
    if (comment.root === null || renew(list, comment, scene)) continue;
    const replies = listUnder(list, comment.root);
    if (!replies) continue;
    const later = [...replies.children].find((reply) => {
      const time = reply.querySelector<HTMLTimeElement>(':scope > header time');
      return time !== null && time.dateTime > comment.at;
    });
    replies.insertBefore(draw(comment, list, scene), later ?? null);
  }
}

/**
 * Puts comments, newest first, among those that the page shows already, and replies among those of their conversation.
 * What is there and unchanged is left alone, so that neither focus nor a reader's place is lost.
 */
export function mergeComments(list: HTMLElement, comments: readonly Shown[], scene: Scene): void {
  let next = list.firstElementChild;
  for (const comment of comments) {
    if (comment.root !== null) continue;
    const there = renew(list, comment, scene) ?? list.insertBefore(draw(comment, list, scene), next);
    next = there.nextElementSibling;
  }
  mergeReplies(list, comments, scene);
}

/** Puts comments, in the order of the list, behind those that it has. */
export function appendComments(list: HTMLElement, comments: readonly Shown[], scene: Scene): void {
  for (const comment of comments)
    if (comment.root === null && !renew(list, comment, scene)) list.append(draw(comment, list, scene));
  mergeReplies(list, comments, scene);
}

/** Shows what is only changed in what is there: nothing is put that is not. */
export function renewComments(list: Element, comments: readonly Shown[], scene: Scene): void {
  for (const comment of comments) renew(list, comment, scene);
}
