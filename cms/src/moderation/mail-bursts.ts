import { randomUUID } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import type { Payload, PayloadRequest } from 'payload';
import { formatAdminURL } from 'payload/shared';
import { mayModerate, roles } from '../access/roles.ts';
import { addressOfAlert } from '../admin/moderation/queue-address.ts';
import { settingsGlobal } from '../collections/slugs.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { newsroomName } from '../readers/newsroom-name.ts';
import { queueMail } from '../readers/queue-mail.ts';
import { burstMail } from './burst-mail.ts';
import { burst } from './desk/burst.ts';
import { readAlerts } from './desk/read-alerts.ts';
import type { Alert } from './desk/shapes.ts';
import { defaultPolicy, type StoredPolicy } from './policy.ts';

const minute = 60_000;
/** Of those that last, none may be missed, or it would begin a second time. */
const most = 1_000;

/**
 * Mails whoever may decide comments when a burst begins: once for each thread, person or comment, until there was no
 * alert about it for as long as a burst is measured. Any number of processes may do it at once.
 * @param adminURL Where the desk is.
 * @returns After how many milliseconds it is due again.
 */
export async function mailBursts(payload: Payload, adminURL: string): Promise<number> {
  const settings = (await payload.findGlobal({ slug: settingsGlobal, depth: 0 })) as { moderation?: StoredPolicy };
  if (!(settings.moderation?.mailBursts ?? defaultPolicy.mailBursts)) return minute;
  const alerts = await readAlerts(payload.db.pool, most);
  if (alerts.length === 0) return minute;
  await inTransaction(payload, async (req) => {
    const began = await beginning(req, alerts);
    if (began.length === 0) return;
    const [newsroom, addresses] = [await newsroomName(req), await moderators(req)];
    const desk = formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/moderation', serverURL: adminURL });
    for (const alert of began) {
      const mail = burstMail(newsroom, desk + addressOfAlert(alert), alert);
      for (const address of addresses) await queueMail(req, address, mail);
    }
  });
  return minute;
}

/** Those of the alerts of which nobody was told yet. Rows are taken in one order, so that two who look at once only wait. */
async function beginning(req: PayloadRequest, alerts: readonly Alert[]): Promise<Alert[]> {
  const handle = await transactionHandle(req);
  const look = randomUUID();
  const over = sql`now() - make_interval(mins => ${burst.minutes})`;
  const { rows } = await handle.execute<{ kind: string; id: string; found_by: string }>(sql`
    insert into burst_mails as known (kind, subject_id, found_by, seen_at)
    select kind, id, ${look}, now() from jsonb_to_recordset(${JSON.stringify(alerts)}::jsonb) as alert (kind text, id uuid)
    order by kind, id
    on conflict (kind, subject_id) do update set seen_at = now(),
      found_by = case when known.seen_at < ${over} then excluded.found_by else known.found_by end
    returning kind, subject_id as id, found_by`);
  await handle.execute(sql`
    delete from burst_mails where (kind, subject_id) in (
      select kind, subject_id from burst_mails where seen_at < ${over} for update skip locked)`);
  const found = new Set(rows.filter((row) => row.found_by === look).map(({ kind, id }) => `${kind} ${id}`));
  return alerts.filter(({ kind, id }) => found.has(`${kind} ${id}`));
}

/** The addresses of those on the staff who may decide comments. A host's staff may have none. */
async function moderators(req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: req.payload.config.admin.user as 'users',
    where: { role: { in: roles.filter(mayModerate) } },
    select: { email: true },
    pagination: false,
    depth: 0,
    req,
  });
  return docs.flatMap(({ email }) => (typeof email === 'string' && email.includes('@') ? [email] : []));
}
