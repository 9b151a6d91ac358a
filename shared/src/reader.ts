import { z } from 'zod';
import { documentId } from './id.ts';
import { limits } from './limits.ts';

const sayEmail = 'Enter an e-mail address, such as name@example.org.';
const sayName = `Enter a name of ${limits.displayName.min} to ${limits.displayName.max} characters.`;
const sayPassword = `Choose a password of ${limits.password.min} to ${limits.password.max} characters.`;

/** An address as it is stored and compared: trimmed, NFC, in lower case. */
export const email = z
  .string(sayEmail)
  .transform((address) => address.trim().normalize('NFC').toLowerCase())
  .pipe(z.email(sayEmail).max(limits.email.max, sayEmail));

/** The name under a reader's comments: one line, no control or direction-changing characters. */
export const displayName = z
  .string(sayName)
  .transform((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(limits.displayName.min, sayName)
      .max(limits.displayName.max, sayName)
      .regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,'’·-]*$/u, "Use letters, digits, spaces, and . , ' - in the name."),
  );

export const newPassword = z
  .string(sayPassword)
  .min(limits.password.min, sayPassword)
  .max(limits.password.max, sayPassword);

/**
 * Where to go after signing in: a path of this site and nothing else. What does not fit becomes `/account/`.
 * One leading `/`, no `\`, no control characters.
 */
export const returnTo = z
  .string()
  .max(limits.returnTo.max)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u)
  .catch('/account/');

export const registerInput = z.object({ email, name: displayName, password: newPassword, returnTo });
export const loginInput = z.object({
  email,
  password: z
    .string('Enter your password.')
    .min(1, 'Enter your password.')
    .max(limits.password.max, 'That password is longer than any that we accept.'),
  returnTo,
});
export const verifyInput = z.object({
  token: z.string('The link is incomplete.').min(16, 'The link is incomplete.').max(200, 'The link is incomplete.'),
  returnTo,
});

/** Who the reader is, as they are told. */
export const me = z.strictObject({ id: documentId, name: z.string(), email: z.string() });

/** What every register answers, for a known and an unknown address alike. */
export const registered = z.strictObject({ sent: z.literal(true), message: z.string() });

export type RegisterInput = z.infer<typeof registerInput>;
export type LoginInput = z.infer<typeof loginInput>;
export type VerifyInput = z.infer<typeof verifyInput>;
export type Me = z.infer<typeof me>;
