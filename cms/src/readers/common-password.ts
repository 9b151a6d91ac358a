import { ReaderFailure } from './failure.ts';

/** Passwords that are tried first, in lower case. Unpacked when the first is chosen, since few requests need them. */
let known: Promise<ReadonlySet<string>> | undefined;

const commonPasswords = () =>
  (known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set<string>(dictionary['passwords-common']),
  ));

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether somebody who guesses would come to this password early: one of the list, with digits and signs about it or
 * not; one short piece over and over; or what is known of the account.
 * @param about What others know or guess of whoever chose it: name, address.
 */
export function isGuessable(password: string, list: ReadonlySet<string>, about: readonly string[]): boolean {
  const whole = password.toLowerCase();
  const core = whole.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const own = about.flatMap((text) => [text, text.split('@')[0]!]).map(plain);
  return (
    list.has(whole) ||
    (core.length >= 4 && list.has(core)) ||
    /^(.{1,4}?)\1+$/u.test(whole) ||
    own.some((text) => text.length >= 4 && (plain(core) === text || plain(whole) === text))
  );
}

/**
 * Lets no password through that is tried first.
 * @param field Where it was typed.
 * @throws ReaderFailure `invalid-input`
 */
export async function refuseGuessable(field: string, password: string, about: readonly string[]): Promise<void> {
  if (!isGuessable(password.normalize('NFC'), await commonPasswords(), about)) return;
  const sentence =
    'This password is among those that are tried first. Choose another: a few words that do not belong together.';
  throw new ReaderFailure('invalid-input', { fields: { [field]: sentence } });
}
