import { sql } from '@payloadcms/db-postgres';
import type { SQL } from '@payloadcms/db-postgres/drizzle';
import type { Payload } from 'payload';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { forgetSuspensions } from '../../moderation/carried-suspensions.ts';
import { forgetWords } from '../forget-words.ts';
import { sendDigests } from '../notify/send-digests.ts';
import { endUnused } from './end-unused.ts';
import { hasLapsed, keepLapsed } from './keep-lapsed.ts';
import { accountPolicy } from './policy.ts';

const hour = 3_600_000;

/**
 * Enforces how long the newsroom keeps what it knows of its readers. Each deletion is a transaction of its own, and
 * whatever was done stays done: it may be stopped anywhere and run again.
 * @param publicURL Where the mails lead that it writes.
 * @param signal Once it is aborted, what is under way is done, and the rest the next time.
 * @returns After how many milliseconds it is due again.
 */
export async function enforceRetention(payload: Payload, publicURL: string, signal?: AbortSignal): Promise<number> {
  const policy = await accountPolicy(payload);
  await keepLapsed(payload, policy, publicURL, signal);
  await endUnused(payload, policy, publicURL, signal);
  await deleteReaders(payload, sql`delete_at <= now() and not ${hasLapsed(policy)}`, signal);
  if (policy.unconfirmedDays) {
    const never = sql`status = 'unverified' and created_at < now() - make_interval(days => ${policy.unconfirmedDays})`;
    await deleteReaders(payload, sql`${never} and ${nothingPending}`, signal);
  }
  // There is no account yet to tell them of. What they wrote elsewhere stays, without a name.
  if (policy.idleDays) {
    const never = sql`status = 'unclaimed' and created_at < now() - make_interval(days => ${policy.idleDays})`;
    await deleteReaders(payload, sql`${never} and ${nothingPending}`, signal);
  }
  if (policy.refusedDays) await forgetRefused(payload, policy.refusedDays, signal);
  if (policy.mailDays) {
    await payload.db.drizzle.execute(sql`
      delete from notifications where not waits and created_at < now() - make_interval(days => ${policy.mailDays})`);
    await payload.db.drizzle.execute(sql`
      delete from mail_queue
      where next_try_at is null and created_at < now() - make_interval(days => ${policy.mailDays})`);
  }
  await forgetSuspensions(payload);
  await sendDigests(payload, publicURL, signal);
  return await nextDeletion(payload);
}

/** No link is out that would still be taken: somebody may have registered with the address again, a moment ago. */
const nothingPending = sql`not exists (
  select 1 from reader_tokens where reader_id = readers.id and used_at is null and expires_at > now())`;

/** @param which Holds again at the moment of each deletion: a log-in may have come between. */
async function deleteReaders(payload: Payload, which: SQL, signal?: AbortSignal): Promise<void> {
  const { rows } = await payload.db.drizzle.execute(sql`select id from readers where ${which}`);
  for (const row of rows) {
    if (signal?.aborted) return;
    const id = String(row.id);
    await inTransaction(payload, async (req) => {
      const handle = await transactionHandle(req);
      await handle.execute(sql`select 1 from readers where id = ${id} for update`);
      // By a statement of its own, which sees what came while this one waited.
      const still = await handle.execute(sql`select 1 from readers where id = ${id} and ${which}`);
      if (still.rows.length > 0) await payload.delete({ collection: 'readers', id, depth: 0, req });
    });
  }
}

/** Text that was refused or taken down: what never was public goes, and a tombstone keeps its place and nothing else. */
async function forgetRefused(payload: Payload, days: number, signal?: AbortSignal): Promise<void> {
  const old = new Date(Date.now() - days * 24 * hour).toISOString();
  const { rows } = await payload.db.drizzle.execute(
    sql`select id from comments
      where status = 'refused' and published_at is null and decided_at < ${old}::timestamptz`,
  );
  for (const { id } of rows) {
    if (signal?.aborted) return;
    await inTransaction(payload, (req) => payload.delete({ collection: 'comments', id: String(id), depth: 0, req }));
  }
  await inTransaction(payload, async (req) => {
    const handle = await transactionHandle(req);
    const emptied = await handle.execute(sql`
      update comments set body = '', refusal = null, refusal_reason = null, fingerprint = null
      where status in ('removed', 'refused') and decided_at < ${old}::timestamptz and body <> ''
      returning id`);
    await forgetWords(
      req,
      emptied.rows.map(({ id }) => String(id)),
    );
  });
}

async function nextDeletion(payload: Payload): Promise<number> {
  const { rows } = await payload.db.drizzle.execute(
    sql`select extract(epoch from min(delete_at) - now()) * 1000 as wait from readers`,
  );
  const wait = rows[0]?.wait;
  return wait === null || wait === undefined ? hour : Math.min(hour, Math.max(1_000, Number(wait)));
}
