import { limits } from '@dateline/shared/limits';
import { words } from './words.ts';

/** From how many characters before the limit on one is told how many are left. */
const near = 300;

const leftOf = ({ value }: HTMLTextAreaElement) => limits.comment.max - value.length;

/** Puts a note beside the field, of which readers are told that it describes it; undefined takes it back. */
function note(text: HTMLTextAreaElement, name: string, said: string | undefined): void {
  const id = `${text.id}-${name}`;
  const described = (text.getAttribute('aria-describedby') ?? '').split(' ').filter((other) => other && other !== id);
  document.getElementById(id)?.remove();
  if (said) {
    const paragraph = document.createElement('p');
    paragraph.id = id;
    paragraph.className = name === 'problem' ? name : 'hint';
    paragraph.textContent = said;
    if (name === 'problem') text.before(paragraph);
    else text.after(paragraph);
    described.push(id);
  }
  text.setAttribute('aria-describedby', described.join(' '));
}

/** Says what is wrong with the text beside it, and leads there; undefined takes it back. */
export function complain(text: HTMLTextAreaElement, problem: string | undefined): void {
  note(text, 'problem', problem);
  if (problem) {
    text.setAttribute('aria-invalid', 'true');
    text.focus();
  } else text.removeAttribute('aria-invalid');
}

/** Whether a text is longer than can be sent, which is said beside it. */
export function isTooLong(text: HTMLTextAreaElement): boolean {
  const left = leftOf(text);
  complain(text, left < 0 ? words.tooLong(-left) : undefined);
  return left < 0;
}

/**
 * Lets a text be as long as it was typed or pasted, where the field would cut it without a word, and counts down before the limit.
 * @param announce Is told once that it has become too long.
 */
export function countDown(text: HTMLTextAreaElement, announce: (said: string) => void): void {
  let before = 0;
  const count = () => {
    const left = leftOf(text);
    const said = left < 0 ? words.tooLong(-left) : words.charactersLeft(left);
    note(text, 'left', left < near ? said : undefined);
    if (left < 0 && before >= 0) announce(said);
    before = left;
  };
  text.removeAttribute('maxlength');
  text.addEventListener('input', count);
  count();
}
