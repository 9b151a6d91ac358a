import { isSignedIn } from './signed-in.ts';

/** Makes the masthead's "Log in" the way to the reader's account, without asking the API. */
export function turnAccountLink(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-account]');
  if (!link?.dataset.account || !isSignedIn()) return;
  link.href = link.dataset.account;
  link.textContent = 'Account';
}
