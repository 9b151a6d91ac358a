import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { newChallenge } from '../../cms/src/readers/proof-of-work.ts';
import type { RegisterChallenge } from '../../shared/src/reader.ts';
import { solve } from '../../site/src/proof-of-work.ts';
import { query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';

const api = await startReaderApi();
const somebody = () => ({
  email: `${randomUUID()}@example.org`,
  name: 'Somebody New',
  password: 'a password of some length',
});

beforeEach(async () => {
  await api.forgetLimits();
  await query(api.database, 'delete from mail_queue');
});

/** What is asked of whoever registers now. */
async function asked() {
  const answer = await api.visitor().call('/api/reader/register/challenge');
  return ((await answer.json()) as RegisterChallenge).challenge;
}

/** Registers, and tells after how many seconds the mail is sent. */
async function register(more: Record<string, string> = {}) {
  const person = somebody();
  const answer = await api.visitor().json('/api/reader/register', { ...person, ...more });
  expect(answer.status).toBe(202);
  const mails = await query<{ wait: number }>(
    api.database,
    'select extract(epoch from next_try_at - created_at)::float8 as wait from mail_queue where "to" = $1',
    [person.email],
  );
  return mails.map(({ wait }) => Math.round(wait));
}

async function burst() {
  await register();
  await query(api.database, `update rate_limits set points = 100 where key like 'register-all:%'`);
  await query(api.database, 'delete from mail_queue');
}

test('while few register, nothing is asked, and the mail is sent at once', async () => {
  expect(await asked()).toBeNull();
  expect(await register()).toEqual([0]);
});

test('twenty in ten minutes are no burst, and one more is', async () => {
  await register();
  await query(api.database, `update rate_limits set points = 19 where key like 'register-all:%'`);
  await register();
  expect(await asked()).toBeNull();
  await register();
  expect(await asked()).not.toBeNull();
});

describe('in a burst', () => {
  test('nobody is refused, and mails without a proof wait behind one another', async () => {
    await burst();
    expect([await register(), await register(), await register()]).toEqual([[5], [10], [15]]);
  });

  test('a mail waits for hours behind very many, and is sent while its link is good', async () => {
    await burst();
    const lastAfter = (hours: number) =>
      query(api.database, `update mail_queue set next_try_at = now() + make_interval(hours => $1)`, [hours]);
    await register();
    await lastAfter(10);
    const [behind = 0] = await register();
    expect(behind).toBeGreaterThan(10 * 3600);
    await lastAfter(23);
    expect(await register()).toEqual([20 * 3600]);
  });

  test('whoever did the work is sent the mail at once, and once', async () => {
    await burst();
    const proof = await solve((await asked())!);
    expect(await register({ proof })).toEqual([0]);
    expect(await register({ proof })).toEqual([5]);
    const written = Buffer.from(`${Buffer.from(proof, 'base64').toString()} `).toString('base64');
    expect(await register({ proof: written })).toEqual([10]);
  });

  test('a proof of a challenge that expired, of another newsroom, or of nothing is none', async () => {
    await burst();
    const { secret } = api.payload;
    const expired = await solve(await newChallenge(secret, Date.now() - 3_600_000));
    const foreign = await solve(await newChallenge('another secret', Date.now()));
    const proofs = [expired, foreign, 'nonsense', Buffer.from('{}').toString('base64'), 'x'.repeat(3_000)];
    const waits = [];
    for (const proof of proofs) waits.push(await register({ proof }));
    expect(waits).toEqual([[5], [10], [15], [20], [25]]);
  });

  test('a form without script gets the same answer as ever', async () => {
    const before = await api.visitor().form('/api/reader/register', somebody());
    await burst();
    const meanwhile = await api.visitor().form('/api/reader/register', somebody());
    expect([meanwhile.status, await meanwhile.text()]).toEqual([before.status, await before.text()]);
  });
});

test('what only a program fills in is answered as if it had worked', async () => {
  const program = somebody();
  const answers = [
    await api.visitor().json('/api/reader/register', somebody()),
    await api.visitor().json('/api/reader/register', { ...program, website: 'https://example.org' }),
  ];
  const [person, bait] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
  expect(bait).toEqual(person);
  expect(await api.mailsTo(program.email)).toEqual([]);
  expect(await query(api.database, 'select 1 from readers where email = $1', [program.email])).toEqual([]);
});
