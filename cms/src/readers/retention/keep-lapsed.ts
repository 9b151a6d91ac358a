import { readerRoutes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { SQL } from '@payloadcms/db-postgres/drizzle';
import type { Payload } from 'payload';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { accountStays } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import type { AccountPolicy } from './policy.ts';
import { reasonsOf, type Reason } from './reasons.ts';

const atOnce = 100;

/** One of the conditions; false where there is none. */
const any = (conditions: readonly SQL[]): SQL =>
  conditions.length > 0 ? sql`(${sql.join([...conditions], sql` or `)})` : sql`false`;

const names: readonly Reason['name'][] = ['idle', 'terms'];

/** Whose account was to be deleted for a reason of the settings that does not hold any more, as they are now. Never null. */
export function hasLapsed(policy: AccountPolicy): SQL {
  const reasons = reasonsOf(policy);
  const lapsed = names.map((name) => {
    const holds = reasons.find((reason) => reason.name === name)?.which ?? sql`false`;
    return sql`(deletion_reason = ${name} and not (${holds}))`;
  });
  return sql`(delete_at is not null and deletion_reason is not null and ${any(lapsed)})`;
}

/**
 * Keeps the accounts whose end was announced for a reason that does not hold any more. Their readers are told, but for
 * those who are told at the same time that it ends for another.
 */
export async function keepLapsed(
  payload: Payload,
  policy: AccountPolicy,
  publicURL: string,
  signal?: AbortSignal,
): Promise<void> {
  const endsAnew = any(reasonsOf(policy).map(({ which }) => sql`(${which})`));
  const url = new URL(readerRoutes.deleteAccount, publicURL).href;
  const because = 'We told you that your account ends. The reason for it has gone, and so your account stays.';
  let kept = atOnce;
  while (kept === atOnce && !signal?.aborted) {
    kept = await inTransaction(payload, async (req) => {
      const handle = await transactionHandle(req);
      const { rows } = await handle.execute(sql`
        update readers set delete_at = null, deletion_reason = null
        where id in (
          select id from readers where ${hasLapsed(policy)}
          order by id limit ${atOnce} for update skip locked)
        returning id, email, status = 'active' and ${endsAnew} as ends_anew`);
      const mail = accountStays(await newsroomName(req), url, because);
      for (const { id, email } of rows.filter(({ ends_anew }) => !ends_anew)) {
        await queueMail(req, String(email), mail, String(id));
      }
      return rows.length;
    });
  }
}
