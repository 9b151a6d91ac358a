import { hintCookie } from '@dateline/shared/session';

/** True where a cookie says that somebody is signed in. It is a hint: the API has the last word. */
export const isSignedIn = () => document.cookie.split('; ').some((pair) => pair.startsWith(`${hintCookie}=`));
