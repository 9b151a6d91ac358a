import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { addressBlock } from './client-address.ts';
import { ReaderFailure } from './failure.ts';

/** How often, in how many seconds. Where many people share an address, the limits by address leave them room. */
const rules = {
  'mail-email': { points: 4, duration: 3600 },
  'mail-address': { points: 30, duration: 3600 },
  'login-email': { points: 10, duration: 900 },
  'login-address': { points: 60, duration: 900 },
  'post-reader': { points: 6, duration: 60 },
  'post-address': { points: 30, duration: 60 },
  'change-reader': { points: 10, duration: 86_400 },
  'challenge-client': { points: 120, duration: 900 },
  'challenge-address': { points: 120, duration: 900 },
  'export-reader': { points: 10, duration: 3600 },
  'export-address': { points: 60, duration: 3600 },
  'change-address': { points: 60, duration: 86_400 },
  /** Of all together: what is above is a burst. */
  'register-all': { points: 20, duration: 600 },
  /** Longer than a proof is good for. */
  'proof-once': { points: 1, duration: 3600 },
  'report-reader': { points: 20, duration: 3600 },
  'report-address': { points: 60, duration: 3600 },
  'recommend-reader': { points: 120, duration: 3600 },
  'recommend-address': { points: 600, duration: 3600 },
  'edit-reader': { points: 40, duration: 3600 },
  'edit-address': { points: 120, duration: 3600 },
  'unsubscribe-reader': { points: 30, duration: 3600 },
  /** The servers of a large mail service press for many people. */
  'unsubscribe-address': { points: 1_200, duration: 3600 },
} as const;

/**
 * The account that each action is counted against. `mail` is whatever sends a mail to an address that somebody typed,
 * so that all of it together fills no mailbox; `change` is what a reader changes of their own account.
 */
const accounts = {
  mail: 'mail-email',
  login: 'login-email',
  post: 'post-reader',
  change: 'change-reader',
  export: 'export-reader',
  report: 'report-reader',
  recommend: 'recommend-reader',
  edit: 'edit-reader',
  challenge: 'challenge-client',
  unsubscribe: 'unsubscribe-reader',
} as const satisfies Record<string, keyof typeof rules>;

type Action = keyof typeof accounts;

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
  await consume(payload, accounts[action], account);
}

const hashed = (subject: string) => createHash('sha256').update(subject).digest('hex');

async function consume(payload: Payload, rule: keyof typeof rules, subject: string): Promise<void> {
  try {
    await limiter(payload, rule).consume(hashed(subject));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new ReaderFailure('too-many-requests', { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
  }
}

const everybody = 'everybody';

/** Counts one more who registers, whoever it is. */
export const countRegistration = (payload: Payload) => limiter(payload, 'register-all').penalty(everybody);

/** Whether so many have registered lately, in every process together, that it is a burst. */
export async function isBurst(payload: Payload): Promise<boolean> {
  const counted = await limiter(payload, 'register-all').get(everybody);
  return (counted?.consumedPoints ?? 0) > rules['register-all'].points;
}

/** Whether this is the first time that something is used. */
export async function takeOnce(payload: Payload, what: string): Promise<boolean> {
  const { consumedPoints } = await limiter(payload, 'proof-once').penalty(hashed(what));
  return consumedPoints === 1;
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
