import { z } from 'zod';

/** Every way in which a request can fail, with its HTTP status and what the reader is told by default. */
export const problems = {
  'bad-request': [400, 'The request could not be read.'],
  'invalid-input': [422, 'Some of what was sent needs to be corrected.'],
  'login-required': [401, 'You must be logged in to do this.'],
  'wrong-credentials': [401, 'The e-mail address or the password is not right.'],
  'passkey-wrong': [401, 'This passkey could not be used here.'],
  'feed-token-wrong': [401, 'The feed token is missing or wrong.'],
  'foreign-origin': [403, 'This was sent from another site, so nothing was done.'],
  suspended: [403, 'This account cannot post at the moment.'],
  banned: [403, 'This cannot be done from here. If you think that is a mistake, write to the newsroom.'],
  'terms-changed': [403, 'Our terms have changed. Agree to them, and send it again.'],
  'not-found': [404, 'There is nothing here.'],
  'method-not-allowed': [405, 'That cannot be done here.'],
  repeated: [409, 'You have posted this here already.'],
  'key-used': [409, 'An earlier version of this was posted. This one is still here: send it again to post it too.'],
  'other-reader': [409, 'Somebody else is logged in here by now. Send it again to post it under their name.'],
  'edit-closed': [409, 'It is too late to change this comment.'],
  'thread-closed': [409, 'Comments on this article are closed.'],
  'cursor-unknown': [410, 'The feed does not know this cursor. Start again from nothing.'],
  'link-expired': [410, 'This link has been used or has expired.'],
  'too-large': [413, 'That is more than can be sent at once.'],
  'wrong-media-type': [415, 'Send JSON or a form.'],
  'wrong-length': [422, 'The comment is too short or too long.'],
  'unwanted-words': [422, 'The comment has words that this newsroom does not publish. Say it in others.'],
  'too-many-requests': [429, 'That was too often. Wait a little and try again.'],
  internal: [500, 'Something went wrong on our side. Nothing was lost; try again.'],
  busy: [503, 'Many are logging in at this moment. Try again in a minute.'],
  paused: [503, 'Posting is paused for the moment. Keep your text and try again in a minute.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof problems;

export type ProblemTitle = (typeof problems)[ProblemCode][1];

/** A problem of RFC 9457. `type` is `/problems/<code>`; `fields` says what is wrong with each field, by name. */
export const problem = z.object({
  type: z.string(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  status: z.int(),
  title: z.string(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  /** Of `terms-changed`: what is to be agreed to. */
  terms: z.object({ version: z.int(), html: z.string() }).optional(),
  /** Of `other-reader`: who is logged in. */
  reader: z.object({ id: z.string(), name: z.string() }).optional(),
});

export type ChangedTerms = NonNullable<Problem['terms']>;

export type NamedReader = NonNullable<Problem['reader']>;

export type Problem = z.infer<typeof problem>;

/** The problem's document. `detail` says what to do next, where the title does not. */
export function describeProblem(
  code: ProblemCode,
  more: Pick<Problem, 'detail' | 'fields' | 'terms' | 'reader'> = {},
): Problem {
  const [status, title] = problems[code];
  return { type: `/problems/${code}`, code, status, title, ...more };
}
