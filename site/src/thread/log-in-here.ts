import type { Me } from '@dateline/shared/reader';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { turnAccountLink } from '../account-link.ts';
import { askReaderApi } from './ask-reader-api.ts';

const sentences = {
  'login-required':
    'That e-mail address and password do not belong together. If you have only just registered, open the link in our mail first.',
  paused: 'Logging in is paused. Try again in a minute.',
};

/** The form of the page to log in, which the site has as a file. */
async function formOfPage(): Promise<HTMLFormElement | null> {
  const response = await fetch(routes.login);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector(`form[action="${readerRoutes.login}"]`);
}

/**
 * Lets a reader log in where they are, in the place of the link that leads to the page for it. Rejects where the form is not to be
 * had.
 * @param page Where that link leads.
 * @param done Is called once they are logged in.
 */
export async function logInHere(entry: HTMLElement, page: string, done: () => void): Promise<void> {
  const found = await formOfPage();
  if (!found) throw new Error('The page to log in has no form.');
  const form = document.importNode(found, true);
  const [aside, other] = [document.createElement('p'), document.createElement('a')];
  aside.className = 'aside';
  other.href = page;
  other.textContent = 'Log in with a passkey, or find a password again';
  aside.append(other);
  entry.replaceChildren(form, aside);
  entry.hidden = false;
  form.querySelector('input')!.focus();
  let isSending = false;

  async function send(): Promise<void> {
    form.querySelector('.problem')?.remove();
    isSending = true;
    const answer = await askReaderApi<Me>(readerRoutes.login, Object.fromEntries(new FormData(form)));
    isSending = false;
    if (answer.is === 'given') {
      turnAccountLink();
      return done();
    }
    const said = document.createElement('p');
    said.className = 'problem';
    said.role = 'alert';
    said.textContent =
      answer.is === 'refused'
        ? [answer.problem.title, answer.problem.detail, ...Object.values(answer.problem.fields ?? {})].join(' ')
        : sentences[answer.is];
    form.prepend(said);
    form.querySelector<HTMLInputElement>('[type=password]')!.select();
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isSending) void send();
  });
}
