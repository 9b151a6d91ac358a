import { createHmac } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import type { Payload, PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';

/** In days: how long a suspension without an end is carried. */
const longest = 365;

/** What stands for an address: whoever has the database and not the server's secret cannot try addresses on it. */
const markOf = ({ secret }: Payload, email: string) =>
  createHmac('sha256', secret).update(`suspension:${email}`).digest('base64url');

/** Before a reader is deleted: a suspension that lasts goes on for their address, of which nothing else is kept. */
export async function carrySuspension(req: PayloadRequest, reader: string): Promise<void> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ email: string; until: string }>(sql`
    select email, coalesce(suspended_until, now() + make_interval(days => ${longest}))::text as until from readers
    where id = ${reader} and status = 'suspended' and email is not null
      and coalesce(suspended_until, 'infinity') > now()`);
  for (const { email, until } of rows) {
    await handle.execute(sql`
      insert into carried_suspensions as known (address, until)
      values (${markOf(req.payload, email)}, ${until}::timestamptz)
      on conflict (address) do update set until = greatest(known.until, excluded.until)`);
  }
}

/** Takes back a suspension that was carried for an address, into the account that now has it. @returns Its end, if it lasts. */
export async function takeSuspension(req: PayloadRequest, email: string): Promise<string | undefined> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ until: string | Date; lasts: boolean }>(sql`
    delete from carried_suspensions where address = ${markOf(req.payload, email)} returning until, until > now() as lasts`);
  const [row] = rows;
  return row?.lasts ? new Date(row.until).toISOString() : undefined;
}

/** What is over is kept no longer. */
export async function forgetSuspensions(payload: Payload): Promise<void> {
  await payload.db.drizzle.execute(sql`delete from carried_suspensions where until <= now()`);
}
