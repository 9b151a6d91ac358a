import { z } from 'zod';
import { keyOf } from './src/dispatch/standard-webhook.ts';

/** An address that the newsroom calls. @param example How one may look. */
export const address = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address such as ${example}` })
    .refine((url) => URL.parse(url)?.username === '', 'must not have a name or password in it');

/** What calls are signed with. */
export const webhookSecret = z
  .string()
  .refine((secret) => keyOf(secret) !== undefined, 'must be whsec_ and 24 to 64 random bytes in base64');

/** Refuses one setting of a pair without the other: an address without its secret, and the reverse. */
export const holdTogether =
  <Name extends string>(...pairs: readonly (readonly [Name, Name])[]) =>
  (given: Partial<Record<Name, unknown>>, context: z.RefinementCtx): void => {
    for (const [place, secret] of pairs) {
      if ((given[place] === undefined) === (given[secret] === undefined)) continue;
      const [missing, set] = given[place] === undefined ? [place, secret] : [secret, place];
      context.addIssue({ code: 'custom', path: [missing], message: `must be set, since ${set} is` });
    }
  };
