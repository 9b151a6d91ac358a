import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { limitRate } from '../../cms/src/readers/limit-rate.ts';
import { freshDatabase, openPool, query } from '../support/database.ts';

type Payload = Parameters<typeof limitRate>[0];

const database = await freshDatabase();
const processes = [1, 2].map(() => {
  return { db: { pool: openPool(database) } } as never as Payload;
});
const [one] = processes as [Payload, Payload];

const post = (payload: Payload, account: string, address?: string) =>
  limitRate(payload, 'post', account, address).then(
    () => 'posted',
    ({ code, retryAfter }: { code: string; retryAfter: number }) => `${code} ${retryAfter > 0 && retryAfter <= 60}`,
  );

test('an account has as many attempts as its limit says, whichever process counts them', async () => {
  const account = randomUUID();
  const attempts = Array.from({ length: 10 }, (_, n) => post(processes[n % 2]!, account, `192.0.2.${n}`));
  const came = (await Promise.all(attempts)).toSorted();
  expect(came).toEqual([...Array(6).fill('posted'), ...Array(4).fill('too-many-requests true')]);
});

test('what is beyond the limit of an address costs the account nothing', async () => {
  const address = '198.51.100.7';
  for (let n = 0; n < 30; n++) expect(await post(one, randomUUID(), address)).toBe('posted');
  const account = randomUUID();
  for (let n = 0; n < 9; n++) expect(await post(one, account, address)).toBe('too-many-requests true');
  for (let n = 0; n < 6; n++) expect(await post(one, account, '198.51.100.8')).toBe('posted');
});

test('a window begins with its first attempt and ends by itself', async () => {
  const account = randomUUID();
  for (let n = 0; n < 6; n++) await post(one, account);
  expect(await post(one, account)).toBe('too-many-requests true');
  await query(database, 'update rate_limits set expire = 1');
  expect(await post(one, account)).toBe('posted');
  const [open] = await query<{ points: number }>(database, 'select points from rate_limits where expire > 1');
  expect(open).toEqual({ points: 1 });
});
