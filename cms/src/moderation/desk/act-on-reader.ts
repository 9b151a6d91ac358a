import type { PayloadRequest } from 'payload';
import { readerRoutes } from '@dateline/shared/routes';
import { z } from 'zod';
import { refuse } from '../../access/staff-request.ts';
import { inTransaction } from '../../in-transaction.ts';
import { warned } from '../../readers/mails.ts';
import { newsroomName } from '../../readers/newsroom-name.ts';
import { queueMail } from '../../readers/queue-mail.ts';
import { holdReader } from '../../readers/reader-rows.ts';
import { writeLog } from '../write-log.ts';

const text = z
  .string('Write something.')
  .trim()
  .min(1, 'Write something.')
  .max(1_000, 'Write at most 1,000 characters.');

const wrongDays = 'Write a whole number of days from 1 to 3,650.';
const days = z.int(wrongDays).min(1, wrongDays).max(3_650, wrongDays);

/** What a moderator does about a reader. */
export const readerAct = z.discriminatedUnion('act', [
  /** For the desk alone. */
  z.object({ act: z.literal('note'), text }),
  /** Told to the reader by mail. */
  z.object({ act: z.literal('warn'), text }),
  /** Told to the reader by mail. @property days Until it ends by itself; left out for one that somebody must end. */
  z.object({ act: z.literal('suspend'), text, days: days.optional() }),
  z.object({ act: z.literal('lift'), text: text.optional() }),
]);

const day = 86_400_000;

/** Does it, and logs it, in one transaction. */
export async function actOnReader(
  req: PayloadRequest,
  reader: string,
  act: z.output<typeof readerAct>,
  publicURL: string,
): Promise<void> {
  await inTransaction(req.payload, async (inner) => {
    inner.user = req.user;
    await holdReader(inner, reader);
    const found = await inner.payload.findByID({
      collection: 'readers',
      id: reader,
      depth: 0,
      disableErrors: true,
      req: inner,
      overrideAccess: false,
    });
    if (!found) throw refuse('There is no such reader any more.', 404);
    if (act.act === 'note') return await writeLog(inner, { act: 'note', reader, reason: act.text });
    if (act.act === 'warn') {
      if (!found.email) throw refuse('This reader has no address, and cannot be warned.', 409);
      const url = new URL(readerRoutes.account, publicURL).href;
      await queueMail(inner, String(found.email), warned(await newsroomName(inner), url, act.text), reader);
      return await writeLog(inner, { act: 'warn', reader, reason: act.text });
    }
    const isSuspended = found.status === 'suspended';
    if (act.act === 'lift' && !isSuspended) throw refuse('This reader is not suspended.', 409);
    if (act.act === 'suspend' && ['unverified', 'unclaimed'].includes(found.status)) {
      throw refuse('This reader has not confirmed their address, and cannot post.', 409);
    }
    inner.context = { ...inner.context, moderationReason: act.text };
    const until = act.act === 'suspend' && act.days ? new Date(Date.now() + act.days * day).toISOString() : null;
    const status = act.act === 'suspend' ? 'suspended' : 'active';
    const suspensionReason = act.act === 'suspend' ? act.text : null;
    const data = { status, suspendedUntil: until, suspensionReason } as never;
    await inner.payload.update({
      collection: 'readers',
      id: reader,
      data,
      depth: 0,
      req: inner,
      overrideAccess: false,
    });
  });
}
