import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import type { Payload } from 'payload';
import { isBanned } from '../moderation/banned.ts';
import { ReaderFailure } from './failure.ts';

const disposable = disposableEmailBlocklistSet();

/** Whether a domain, or one that it belongs to, gives addresses that are thrown away. */
export function isDisposable(domain: string): boolean {
  const labels = domain.replace(/\.$/, '').split('.');
  return labels.some((_, at) => disposable.has(labels.slice(at).join('.')));
}

/**
 * Lets a mail address become an account's only where it lasts, and where no ban fits it or where it is sent from.
 * @throws ReaderFailure `invalid-input` or `banned`
 */
export async function refuseAddress(payload: Payload, email: string, address: string | undefined): Promise<void> {
  if (isDisposable(email.split('@').at(-1) ?? ''))
    throw new ReaderFailure('invalid-input', {
      fields: { email: 'Use an address that you will keep: this one is of a service that throws mail away.' },
    });
  if (await isBanned(payload, email, address)) throw new ReaderFailure('banned');
}
