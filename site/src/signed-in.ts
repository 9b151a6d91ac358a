import { hintCookie } from '@dateline/shared/session';

/** True where a cookie says that somebody is signed in. It is a hint: the API has the last word. */
export const isSignedIn = () => document.cookie.split('; ').some((pair) => pair.startsWith(`${hintCookie}=`));

const account = document.querySelector<HTMLAnchorElement>('[data-account]');
if (account && isSignedIn()) {
  account.href = account.dataset.account ?? account.href;
  account.textContent = 'Account';
}
