import { ReaderFailure } from '../failure.ts';

/** Who a passkey is for: the site's host. */
export const relyingParty = (publicURL: string): string => new URL(publicURL).hostname;

/** What an authenticator's answer must say of the site. Both follow from the site's address. */
export const expected = (publicURL: string) => ({
  expectedOrigin: new URL(publicURL).origin,
  expectedRPID: relyingParty(publicURL),
  requireUserVerification: true,
});

/** The outcome of a verification. @throws ReaderFailure `passkey-wrong` for whatever does not hold */
export async function proved<Verified extends { verified: boolean }>(
  verification: Promise<Verified>,
): Promise<Verified & { verified: true }> {
  const verified = await verification.catch((cause: unknown) => {
    throw new ReaderFailure('passkey-wrong', { cause });
  });
  if (!verified.verified) throw new ReaderFailure('passkey-wrong');
  return verified as Verified & { verified: true };
}
