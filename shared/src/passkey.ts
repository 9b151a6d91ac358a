import { z } from 'zod';

const base64url = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[\w-]+$/);

/** What an authenticator answers, as WebAuthn level 3 writes it in JSON; it is verified, not read. */
const answer = <Response extends z.ZodRawShape>(response: Response) =>
  z.looseObject({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.looseObject({ clientDataJSON: base64url, ...response }),
    clientExtensionResults: z.looseObject({}),
  });

/** A new passkey. */
export const newPasskeyInput = z.object({ passkey: answer({ attestationObject: base64url }) });
/** The proof of a passkey that the account has. */
export const passkeyProofInput = z.object({
  passkey: answer({ authenticatorData: base64url, signature: base64url }),
});
export const removePasskeyInput = z.object({ passkey: base64url });
