import { passwordForm } from '@dateline/shared/forms';
import type { Me } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';
import { turnAccountLink } from '../account-link.ts';
import { askReaderApi } from './ask-reader-api.ts';
import { hush, reasonOf, tell } from './tell.ts';
import { words } from './words.ts';

/**
 * Lets a reader log in where they are, in the place of the link that leads to the page for it.
 * @param page Where that link leads.
 * @param done Is called once they are logged in.
 */
export function logInHere(entry: HTMLElement, page: string, done: () => Promise<void>): void {
  const [aside, other] = [document.createElement('p'), document.createElement('a')];
  aside.className = 'aside';
  other.href = page;
  other.textContent = words.otherLogin;
  aside.append(other);
  entry.innerHTML = passwordForm({}, words);
  entry.append(aside);
  entry.hidden = false;
  const form = entry.querySelector('form')!;
  form.querySelector('input')!.focus();
  let isSending = false;

  async function send(): Promise<void> {
    hush(form);
    isSending = true;
    const answer = await askReaderApi<Me>(readerRoutes.login, Object.fromEntries(new FormData(form)));
    isSending = false;
    if (answer.is === 'given') {
      turnAccountLink();
      return done();
    }
    tell(form, ...(answer.is === 'login-required' ? [words.wrongPassword] : reasonOf(answer, page, words.loginPaused)));
    form.querySelector<HTMLInputElement>('[type=password]')!.select();
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isSending) void send();
  });
}
