import type { Recommended } from '@dateline/shared/recommend';
import { readerRoutes } from '@dateline/shared/routes';
import { askReaderApi, type Answer } from './ask-reader-api.ts';
import { sayRecommended } from './marks.ts';
import { words } from './words.ts';

/**
 * Makes buttons of the links that recommend, for a reader who is signed in, and shows what they recommend already.
 * @param own Their own comments, which are not theirs to recommend.
 */
export function offerRecommending(
  thread: Element,
  recommended: ReadonlySet<string>,
  own: ReadonlyMap<string, unknown>,
): void {
  for (const link of thread.querySelectorAll<HTMLElement>('[data-recommend]')) {
    const isOwn = own.has(link.dataset.recommend ?? '');
    if (isOwn) link.remove();
    if (isOwn || link.localName !== 'a') continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.recommend = link.dataset.recommend;
    button.textContent = words.recommend;
    button.ariaLabel = link.ariaLabel;
    button.ariaPressed = String(recommended.has(link.dataset.recommend ?? ''));
    link.replaceWith(button);
  }
}

/** Shows how many recommend a comment. */
export function showRecommendations(comment: Element, n: number): void {
  const said = comment.querySelector(':scope > .acts [data-recommended]');
  if (said) said.textContent = sayRecommended(n, words);
}

/** Recommends a comment, or takes that back. */
export async function toggleRecommendation(button: HTMLButtonElement): Promise<Answer<Recommended>> {
  const comment = button.dataset.recommend;
  const wished = button.ariaPressed !== 'true';
  button.ariaPressed = String(wished);
  const answer = await askReaderApi<Recommended>(readerRoutes.recommend, { comment, recommended: wished });
  if (answer.is === 'given') showRecommendations(button.closest('.comment')!, answer.value.recommendations);
  else button.ariaPressed = String(!wished);
  return answer;
}
