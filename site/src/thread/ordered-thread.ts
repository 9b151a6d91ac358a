import type { ThreadPage } from '@dateline/shared/comment';
import type { CommentOrder } from '@dateline/shared/comment-order';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { askReaderApi } from './ask-reader-api.ts';
import { appendComments } from './merge-comments.ts';
import { sceneOf } from './scene.ts';
import { hush, tell } from './tell.ts';
import { words } from './words.ts';

/** Where the rest of a long conversation is read. */
function drawMore(root: string): HTMLElement {
  const [said, link] = [document.createElement('p'), document.createElement('a')];
  link.href = routes.comments(root, 2);
  link.textContent = words.moreReplies;
  said.className = 'more-replies';
  said.append(link);
  return said;
}

/** Is told of what has been added to a list. */
type Drawn = (list: Element, answer: ThreadPage) => void;

/**
 * A thread in an order that its page does not have, with a button for what comes next.
 * @param like The page's own list.
 * @returns Undefined where it is not to be had.
 */
export async function orderedThread(
  thread: HTMLElement,
  like: Element,
  order: CommentOrder,
  drawn: Drawn,
): Promise<HTMLElement | undefined> {
  const whole = document.createElement('div');
  const list = like.cloneNode() as HTMLElement;
  const button = document.createElement('button');
  /** Adds the next conversations. @returns Behind which place there are more; undefined where the API is not to be had. */
  const readOn = async (before: string | null) => {
    const query = new URLSearchParams({ article: thread.dataset.article ?? '', order, ...(before && { before }) });
    const answer = await askReaderApi<ThreadPage>(`${readerRoutes.comments}?${query}`);
    if (answer.is !== 'given') return undefined;
    const { comments, more, next } = answer.value;
    appendComments(list, comments, sceneOf(thread));
    for (const id of more) list.querySelector(`[id="comment-${id}"]`)?.append(drawMore(id));
    drawn(list, answer.value);
    return next;
  };
  let next = await readOn(null);
  if (next === undefined) return undefined;
  let isAsking = false;
  const goOn = async () => {
    if (isAsking) return;
    isAsking = true;
    hush(whole);
    const last = list.lastElementChild;
    const behind = await readOn(next ?? null);
    isAsking = false;
    if (behind === undefined) return tell(whole, words.moreFailed);
    next = behind;
    // Focus goes to the first of what came, before the button may go.
    last?.nextElementSibling?.querySelector('a')?.focus();
    button.hidden = next === null;
  };
  button.className = 'quiet';
  button.textContent = words.moreComments;
  button.hidden = next === null;
  button.addEventListener('click', () => void goOn());
  whole.className = 'ordered';
  whole.append(list, button);
  return whole;
}
