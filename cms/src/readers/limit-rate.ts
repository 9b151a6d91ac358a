import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { addressBlock } from './client-address.ts';
import { ReaderFailure } from './failure.ts';

/** How often, in how many seconds. Where many people share an address, the limits by address leave them room. */
const rules = {
  'register-email': { points: 3, duration: 3600 },
  'register-address': { points: 30, duration: 3600 },
  'login-email': { points: 10, duration: 900 },
  'login-address': { points: 60, duration: 900 },
  'post-reader': { points: 6, duration: 60 },
  'post-address': { points: 30, duration: 60 },
} as const;

type Action = 'register' | 'login' | 'post';

/**
 * Counts one attempt against the limits of an account and of an address, both in PostgreSQL, so that they hold
 * over every process.
 * @param account The submitted e-mail address or the reader's id. It is stored hashed.
 * @param address The client's address; where it is not known, the account's limit stands alone.
 * @throws ReaderFailure `too-many-requests`
 */
export async function limitRate(
  payload: Payload,
  action: Action,
  account: string,
  address: string | undefined,
): Promise<void> {
  if (address !== undefined) await consume(payload, `${action}-address`, addressBlock(address));
  await consume(payload, action === 'post' ? 'post-reader' : `${action}-email`, account);
}

async function consume(payload: Payload, rule: keyof typeof rules, subject: string): Promise<void> {
  try {
    await limiter(payload, rule).consume(createHash('sha256').update(subject).digest('hex'));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new ReaderFailure('too-many-requests', { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
  }
}

const limiters = new WeakMap<object, Map<string, RateLimiterPostgres>>();

function limiter(payload: Payload, rule: keyof typeof rules): RateLimiterPostgres {
  const { pool } = payload.db;
  const ofPool = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, ofPool);
  const known = ofPool.get(rule);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    // One of them clears the table for all.
    clearExpiredByTimeout: ofPool.size === 0,
    keyPrefix: rule,
    ...rules[rule],
  });
  ofPool.set(rule, made);
  return made;
}
