import { sql } from '@payloadcms/db-postgres';
import type { Payload, PayloadRequest } from 'payload';
import type { Pool } from 'pg';
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

const telling = new WeakMap<Pool, { again: boolean; told: Promise<void> }>();

/**
 * Tells of what is committed, for all who ask meanwhile at once. Should this process or its pool end before, nothing is lost but time:
 * who waits at the feed asks again by itself.
 * @returns a promise that is kept when all who asked are told, and is never broken: what goes wrong is logged.
 */
export function tellSoon(pool: Pool, logger: Pick<Payload['logger'], 'error'>): Promise<void> {
  const underWay = telling.get(pool);
  if (underWay) {
    underWay.again = true;
    return underWay.told;
  }
  const state = { again: true, told: Promise.resolve() };
  telling.set(pool, state);
  state.told = tell(pool, state, logger);
  return state.told;
}

async function tell(pool: Pool, state: { again: boolean }, logger: Pick<Payload['logger'], 'error'>): Promise<void> {
  while (state.again && !pool.ending) {
    state.again = false;
    try {
      await pool.query({ name: 'dateline-tell-outbox', text: `select pg_notify('${outboxChannel}', '')` });
    } catch (err) {
      logger.error({ err, msg: 'The feed was not told of a comment.' });
    }
  }
  telling.delete(pool);
}
