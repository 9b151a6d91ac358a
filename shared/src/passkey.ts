import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { limits } from './limits.ts';

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

const sayName = `Call it something of at most ${limits.passkeyName.max} characters.`;

/** A new passkey, and what its reader calls it; null for nothing. */
export const newPasskeyInput = z.object({
  passkey: answer({ attestationObject: base64url }),
  name: z
    .string(sayName)
    .transform((name) => cleanText(name).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(limits.passkeyName.max, sayName))
    .transform((name) => name || null)
    .default(null),
});
/** The proof of a passkey that the account has. */
export const passkeyProofInput = z.object({
  passkey: answer({ authenticatorData: base64url, signature: base64url }),
});
export const removePasskeyInput = z.object({ passkey: base64url });
