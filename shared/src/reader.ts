import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { details } from './details.ts';
import { documentId } from './id.ts';
import { limits } from './limits.ts';

const sayName = `Enter a name of ${limits.displayName.min} to ${limits.displayName.max} characters.`;
const sayPassword = `Choose a password of ${limits.password.min} to ${limits.password.max} characters.`;

/** An address as it is stored and compared: trimmed, NFC, in lower case. */
export const email = z
  .string(details.email)
  .transform((address) => address.trim().normalize('NFC').toLowerCase())
  .pipe(z.email(details.email).max(limits.email.max, details.email));

const sayLetters = "Use letters, digits, spaces, and . , ' - in the name.";

/** The name under a reader's comments: one line, nothing that turns its direction, and joiners only where letters need them. */
export const displayName = z
  .string(sayName)
  .refine((name) => !/[\u202a-\u202e\u2066-\u2069]/.test(name), sayLetters)
  .transform((name) => cleanText(name).normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(limits.displayName.min, sayName)
      .max(limits.displayName.max, sayName)
      .regex(/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,'’·-]|\u200c|\u200d)*$/u, sayLetters),
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

export const registerInput = z.object({
  email,
  name: displayName,
  password: newPassword,
  returnTo,
  /** What nobody sees: whoever fills it in is a program. */
  website: z.string().catch(''),
  /** Of the work that {@link registerChallenge} asks for; empty where none was done. */
  proof: z.string().max(2_000).catch(''),
});

/** ALTCHA's challenge: find the number up to `maxnumber` with which the hash of `salt` and it is `challenge`. */
const workChallenge = z.strictObject({
  algorithm: z.literal('SHA-256'),
  challenge: z.string(),
  maxnumber: z.int().positive(),
  salt: z.string(),
  signature: z.string(),
});

/** What to do before registering: null for nothing, as long as few register. */
export const registerChallenge = z.strictObject({ challenge: workChallenge.nullable() });

/** What whoever found the number sends as `proof`, as Base64 of JSON. */
export const workProof = workChallenge.omit({ maxnumber: true }).extend({ number: z.int().nonnegative() });

const password = z.string(details.password).min(1, details.password).max(limits.password.max, details.longPassword);

const sayLink = 'The link is incomplete.';

/** What a mailed link carries. */
export const linkInput = z.object({ token: z.string(sayLink).min(16, sayLink).max(200, sayLink) });

export const loginInput = z.object({ email, password, returnTo });
export const verifyInput = linkInput.extend({ returnTo });
export const forgotInput = z.object({ email });
export const resetInput = linkInput.extend({ password: newPassword });
export const nameInput = z.object({ name: displayName });
/** `password` is the one that the account has; a session alone changes nothing that lets somebody in. */
export const emailInput = z.object({ email, password });
export const passwordInput = z.object({
  password,
  newPassword,
  removePasskeys: z
    .literal(['yes', true])
    .transform(() => true)
    .catch(false),
});
/** The password alone, where what it lets through is done by the browser. */
export const passwordProofInput = z.object({ password });
/** `comments` says what becomes of what was published: it stays without the name, or its text goes too. */
export const deleteInput = z.object({ password, comments: z.enum(['keep', 'remove']).catch('keep') });
const preference = z.enum(['immediate', 'digest', 'off'], 'Choose one of the three.');
/** How a reader is told of replies, and of what becomes of their comments. */
export const notificationsInput = z.object({ notifyReplies: preference, notifyDecisions: preference });
/** Whether one's comments are shown together, to everybody. */
export const ownCommentsInput = z.object({ shown: z.enum(['yes', 'no'], 'Choose one of the two.') });
/** The version of the terms that were read. */
export const agreeInput = z.object({ version: z.coerce.number().int().nonnegative() });
/** `session` is its name in the list of the account page. */
export const sessionInput = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/, 'Name a session of the list.') });

/** Who the reader is, as they are told. */
export const me = z.strictObject({ id: documentId, name: z.string(), email: z.string() });

/** What every register answers, for a known and an unknown address alike. */
export const registered = z.strictObject({ sent: z.literal(true), message: z.string() });

export type RegisterInput = z.infer<typeof registerInput>;
export type WorkChallenge = z.infer<typeof workChallenge>;
export type WorkProof = z.infer<typeof workProof>;
export type RegisterChallenge = z.infer<typeof registerChallenge>;
export type LoginInput = z.infer<typeof loginInput>;
export type ResetInput = z.infer<typeof resetInput>;
export type Me = z.infer<typeof me>;
