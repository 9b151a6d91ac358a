import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
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
} as const satisfies Record<string, keyof typeof rules>;

type Action = keyof typeof accounts;

const now = `(extract(epoch from now()) * 1000)::bigint`;

/**
 * A statement that counts one more under a key, in a window of so many seconds that its first begins. Each argument is an
 * expression of SQL.
 */
const counting = (key: string, seconds: string, condition = 'true') => `
  insert into rate_limits as counted (key, points, expire)
  select ${key}::text, 1, ${now} + 1000 * ${seconds}::bigint where ${condition}
  on conflict (key) do update set
    points = case when counted.expire > ${now} then counted.points + 1 else 1 end,
    expire = case when counted.expire > ${now} then counted.expire else excluded.expire end
  returning points, expire - ${now} as rest`;

/** The address first: whoever is beyond its limit costs the account nothing. */
const attempt = `
  with address as (${counting('$1', '$2', '$1::text is not null')}),
  account as (${counting('$4', '$5', 'not exists (select 1 from address where points > $3::int)')})
  select rest::int from address where points > $3 union all select rest::int from account where points > $6::int`;

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
  const [ofAddress, ofAccount] = [`${action}-address`, accounts[action]] as const;
  const { rows } = await payload.db.pool.query<{ rest: number }>({
    name: 'dateline-attempt',
    text: attempt,
    values: [
      address === undefined ? null : keyOf(ofAddress, addressBlock(address)),
      rules[ofAddress].duration,
      rules[ofAddress].points,
      keyOf(ofAccount, account),
      rules[ofAccount].duration,
      rules[ofAccount].points,
    ],
  });
  const [over] = rows;
  if (over) throw new ReaderFailure('too-many-requests', { retryAfter: Math.max(1, Math.ceil(over.rest / 1000)) });
}

const keyOf = (rule: keyof typeof rules, subject: string) =>
  `${rule}:${createHash('sha256').update(subject).digest('hex')}`;

/** Counts one more. @returns How many there are now. */
async function count(payload: Payload, rule: keyof typeof rules, subject: string): Promise<number> {
  const { rows } = await payload.db.pool.query<{ points: number }>({
    name: 'dateline-count',
    text: counting('$1', '$2'),
    values: [keyOf(rule, subject), rules[rule].duration],
  });
  return rows[0]!.points;
}

const everybody = 'everybody';

/** Counts one more who registers, whoever it is. */
export const countRegistration = (payload: Payload) => count(payload, 'register-all', everybody);

/** Whether so many have registered lately, in every process together, that it is a burst. */
export async function isBurst(payload: Payload): Promise<boolean> {
  const { rows } = await payload.db.pool.query(
    `select 1 from rate_limits where key = $1 and points > $2 and expire > ${now}`,
    [keyOf('register-all', everybody), rules['register-all'].points],
  );
  return rows.length > 0;
}

/** Whether this is the first time that something is used. */
export const takeOnce = async (payload: Payload, what: string): Promise<boolean> =>
  (await count(payload, 'proof-once', what)) === 1;

/** Takes away what was counted in windows that are over. */
export const forgetCounts = (payload: Payload) =>
  payload.db.pool.query(`delete from rate_limits where expire <= ${now}`);
