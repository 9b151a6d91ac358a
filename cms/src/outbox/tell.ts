import { sql } from '@payloadcms/db-postgres';
import type { Payload, PayloadRequest } from 'payload';
import type { Handle } from '../in-transaction.ts';

/** The channel on which PostgreSQL tells, after the commit, that the outbox has grown. */
export const outboxChannel = 'dateline_outbox';

const later = 'outboxIsToldLater';

/**
 * Leaves it to the caller to call {@link tellSoon} once the request's transaction is committed. PostgreSQL lets transactions that
 * notify commit one after the other, each with a wait for the disk of its own, which hundreds of readers a second cannot share.
 */
export function tellAfterwards(req: PayloadRequest): void {
  req.context[later] = true;
}

/** Tells of what this transaction has written, when it commits. */
export async function tellInTransaction(req: PayloadRequest, handle: Handle): Promise<void> {
  if (req.context[later]) return;
  await handle.execute(sql`select pg_notify(${outboxChannel}, '')`);
}

const telling = new WeakMap<object, { again: boolean }>();

/**
 * Tells of what is committed, for all who ask meanwhile at once. Should this process end before, nothing is lost but time: who waits
 * at the feed asks again by itself.
 */
export function tellSoon(payload: Payload): void {
  const { pool } = payload.db;
  const underWay = telling.get(pool);
  if (underWay) {
    underWay.again = true;
    return;
  }
  const state = { again: false };
  telling.set(pool, state);
  pool
    .query({ name: 'dateline-tell-outbox', text: `select pg_notify('${outboxChannel}', '')` })
    .catch((err: unknown) => payload.logger.error({ err, msg: 'The feed was not told of a comment.' }))
    .finally(() => {
      telling.delete(pool);
      if (state.again) tellSoon(payload);
    });
}
