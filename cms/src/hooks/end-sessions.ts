import { sql } from '@payloadcms/db-postgres';
import type { CollectionAfterChangeHook } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { endSessionsOf } from '../readers/session.ts';

/** A reader who is suspended is logged out at once, everywhere. */
export const endSessionsOfSuspended: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update' && doc.status !== 'active') await endSessionsOf(req, doc.id);
  return doc;
};

/** Whoever has a mail address that is banned is logged out at once, everywhere. Who is banned by network is told apart at each request. */
export const endSessionsOfBanned: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (doc.kind !== 'email') return doc;
  const handle = await transactionHandle(req);
  await handle.execute(sql`
    delete from reader_sessions using readers reader, bans ban
    where ban.id = ${doc.id} and (ban.until is null or ban.until > now())
      and reader.id = reader_sessions.user_id and reader.email like ban.expression`);
  return doc;
};
