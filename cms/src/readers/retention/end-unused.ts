import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { accountEnds } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import type { AccountPolicy } from './policy.ts';
import { reasonsOf } from './reasons.ts';

/** Between the mail and the end. */
const noticeDays = 30;
const atOnce = 100;

/** Tells readers whose account nobody uses, or who have not agreed to new terms, that it ends unless they do. */
export async function endUnused(
  payload: Payload,
  policy: AccountPolicy,
  publicURL: string,
  signal?: AbortSignal,
): Promise<void> {
  for (const { name, which, because, averts, path } of reasonsOf(policy)) {
    const url = new URL(path, publicURL).href;
    let told = atOnce;
    while (told === atOnce && !signal?.aborted) {
      told = await inTransaction(payload, async (req) => {
        const handle = await transactionHandle(req);
        const { rows } = await handle.execute(sql`
          update readers set delete_at = now() + make_interval(days => ${noticeDays}), deletion_reason = ${name}
          where id in (
            select id from readers where status = 'active' and delete_at is null and ${which}
            order by id limit ${atOnce} for update skip locked)
          returning id, email`);
        const newsroom = await newsroomName(req);
        const mail = accountEnds(newsroom, url, `${noticeDays} days`, { because, averts });
        for (const { id, email } of rows) await queueMail(req, String(email), mail, String(id));
        return rows.length;
      });
    }
  }
}
