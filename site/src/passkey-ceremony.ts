import { readerRoutes } from '@dateline/shared/routes';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { askReaderApi, type Answer } from './thread/ask-reader-api.ts';

const paused = 'That cannot be done at the moment. Try again in a minute.';

function reasonOf(answer: Exclude<Answer<unknown>, { is: 'given' }>): string {
  if (answer.is === 'login-required') return 'This passkey could not be used here.';
  if (answer.is === 'paused') return paused;
  const { title, detail, fields } = answer.problem;
  return Object.values(fields ?? {})[0] ?? [title, detail].filter(Boolean).join(' ');
}

/** Says what is wrong in the place that the page has for it; it is announced. */
function say(part: HTMLElement, text: string): void {
  const place = part.querySelector('[data-passkey-problem]');
  if (place) place.textContent = text;
}

/** What the browser says where its reader changed their mind, or has none. */
const cancelled = (error: unknown) =>
  error instanceof Error && error.name === 'InvalidStateError'
    ? 'This device has a passkey for your account already.'
    : 'No passkey was used.';

/** Runs a ceremony: options from the API, the authenticator's answer, and the API's word on it, which says where to go. */
async function perform<Options>(
  part: HTMLElement,
  options: { from: string; with: unknown },
  ask: (optionsJSON: Options) => Promise<unknown>,
  answer: { to: string; with: object },
): Promise<void> {
  say(part, '');
  const given = await askReaderApi<Options>(options.from, options.with);
  if (given.is !== 'given') return say(part, reasonOf(given));
  let passkey: unknown;
  try {
    passkey = await ask(given.value);
  } catch (error) {
    return say(part, cancelled(error));
  }
  const done = await askReaderApi<{ to: string }>(answer.to, { ...answer.with, passkey });
  if (done.is === 'given') location.assign(done.value.to);
  else say(part, reasonOf(done));
}

/** Adds a passkey of this browser to the account. */
export async function addPasskey(form: HTMLFormElement): Promise<void> {
  const typed = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value;
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
  await perform<Options>(
    form,
    { from: readerRoutes.newPasskeyOptions, with: { password: typed('password') } },
    (optionsJSON) => startRegistration({ optionsJSON }),
    { to: readerRoutes.accountPasskeys, with: { name: typed('name') } },
  );
}

/** Logs in, and goes on to where the form beside would have gone. */
export async function logInWithPasskey(part: HTMLElement): Promise<void> {
  const returnTo = document.querySelector<HTMLInputElement>('form [name=returnTo]')?.value;
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
  await perform<Options>(
    part,
    { from: readerRoutes.passkeyLoginOptions, with: {} },
    (optionsJSON) => startAuthentication({ optionsJSON }),
    { to: readerRoutes.passkeyLogin, with: { returnTo } },
  );
}
