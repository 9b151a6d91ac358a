import { escapeHtml } from '@dateline/shared/html';

/** What the account page says of what was just done. */
const sentences = {
  name: 'Your name is changed.',
  email: 'We have sent a mail to the new address. Open the link in it to confirm that it is yours.',
  address: 'Your address is changed.',
  password: 'Your password is changed, and every other browser is logged out.',
  reset: 'Your password is changed, every other browser is logged out, and passkeys that the account had are removed.',
  notifications: 'It is kept how you are told.',
  comments: 'It is kept who finds your comments together.',
  terms: 'Thank you. You have agreed to our terms.',
  passkey: 'The passkey is added. You can log in with it from now on.',
  'passkey-removed': 'The passkey is removed.',
  session: 'That browser is logged out.',
} as const;

export type Done = keyof typeof sentences;

/** The sentence that `?done=` asks for; nothing for anything else, since anybody can write an address. */
export function drawDone(done: unknown): string {
  if (typeof done !== 'string' || !Object.hasOwn(sentences, done)) return '';
  return `<p class="done" role="status">${escapeHtml(sentences[done as Done])}</p>`;
}
