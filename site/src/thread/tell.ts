import { translate } from '@dateline/shared/details';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import type { Refusal } from './ask-reader-api.ts';
import { words } from './words.ts';

/** Takes back what was said in a place. */
export function hush(place: ParentNode): void {
  for (const said of place.querySelectorAll('[role=alert]')) said.remove();
}

/** Says in a form, or beside what was pressed, what went wrong: it is read where it happened, and read out once. */
export function tell(place: Element, ...said: (Node | string)[]): void {
  hush(place);
  const paragraph = document.createElement('p');
  paragraph.className = 'problem';
  paragraph.role = 'alert';
  paragraph.append(...said);
  place.insertBefore(paragraph, place.querySelector(':scope > [type=submit]'));
  paragraph.scrollIntoView({ block: 'nearest' });
}

/** That somebody's session has ended, with the way back in. @param back Where they are then. */
export function sessionEnded(back: string, ...more: string[]): (Node | string)[] {
  const link = document.createElement('a');
  link.href = comingBack(readerRoutes.login, back);
  link.textContent = words.logInAgain;
  link.dataset.login = '';
  return [[words.sessionEnded, ...more, ''].join(' '), link];
}

/** What the reader API says, in the language of the thread. */
export const inWords = (sentence = '') => translate(sentence, words.sentences);

/**
 * Why the reader API did not do what was asked.
 * @param paused What is said where it cannot be reached.
 * @param kept What is said of a text that was sent.
 */
export function reasonOf(answer: Refusal, back: string, paused: string, kept = ''): (Node | string)[] {
  if (answer.is === 'paused') return [paused];
  if (answer.is === 'login-required') return sessionEnded(back, kept);
  const { title = words.failed, detail, fields = {} } = answer.problem;
  return [[...[title, detail, ...Object.values(fields)].map(inWords), kept].filter(Boolean).join(' ')];
}
