import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { unsubscribeToken } from '../../cms/src/readers/notify/unsubscribe-token.ts';
import { holdReader } from '../../cms/src/readers/reader-rows.ts';
import { endSessionsOf } from '../../cms/src/readers/session.ts';
import { burnTokens } from '../../cms/src/readers/tokens.ts';
import { connect, query, waitingFor } from '../support/database.ts';
import { startReaderApi, type Reader } from './reader-client.ts';

const api = await startReaderApi();

const rowOf = async ({ email }: Reader) => {
  const [row] = await query<{
    id: string;
    status: string;
    password_hash: string;
    notify_replies: string;
    name: string;
  }>(api.database, 'select id, status, password_hash, notify_replies, name from readers where email = $1', [email]);
  return row!;
};

/** Changes a reader's row, and has somebody act who waits for it, before that is committed. */
async function meanwhile(data: object, id: string, act: () => Promise<Response>, waitsWith: string) {
  let acted: Promise<Response> | undefined;
  await inTransaction(api.payload, async (req) => {
    await api.payload.update({ collection: 'readers', id, data, depth: 0, req });
    await endSessionsOf(req, id);
    await burnTokens(req, id);
    acted = act();
    await expect.poll(() => waitingFor(api.database, waitsWith)).toBe(1);
  });
  return (await acted)!.status;
}

describe('a suspension and a new password outlive what is changed at the same moment', () => {
  const changes: [string, (reader: Reader, id: string) => Promise<Response>, object][] = [
    [
      'by the link that ends mails',
      (_, id) =>
        api.visitor().call(`/api/reader/unsubscribe?token=${unsubscribeToken(api.payload.secret, id, 'reply')}`, {
          method: 'POST',
        }),
      { notify_replies: 'off' },
    ],
    [
      'by the form of what one is told',
      (reader) =>
        reader.json('/api/reader/account/notifications', { notifyReplies: 'digest', notifyDecisions: 'digest' }),
      { notify_replies: 'digest' },
    ],
    [
      'by a change of name',
      (reader) => reader.json('/api/reader/account/name', { name: 'Baraka Mwangi' }),
      { name: 'Baraka Mwangi' },
    ],
  ];

  test.each(changes)('%s', async (_, change, changed) => {
    const reader = await api.reader();
    const { id } = await rowOf(reader);
    const data = { status: 'suspended', passwordHash: 'another' };
    expect(await meanwhile(data, id, () => change(reader, id), 'for no key update')).toBeLessThan(300);
    expect(await rowOf(reader)).toMatchObject({ status: 'suspended', password_hash: 'another', ...changed });
  });
});

describe('a password that is changed after it was proved', () => {
  const asked: [string, (reader: Reader) => Promise<Response>][] = [
    [
      'gives no link to another address',
      ({ json, password }) => json('/api/reader/account/email', { email: `${randomUUID()}@example.org`, password }),
    ],
    [
      'is not replaced by a third',
      ({ json, password }) =>
        json('/api/reader/account/password', { password, newPassword: 'a goat that nobody knows' }),
    ],
    ['deletes no account', ({ json, password }) => json('/api/reader/account/delete', { password, comments: 'keep' })],
  ];

  test.each(asked)('%s', async (_, ask) => {
    const reader = await api.reader();
    const { id } = await rowOf(reader);
    const status = await meanwhile({ passwordHash: 'another' }, id, () => ask(reader), 'password_hash = ');
    expect(status).toBe(401);
    expect(
      await query(
        api.database,
        `select password_hash, delete_at, (select count(*)::int from reader_tokens where reader_id = readers.id
           and used_at is null) as links from readers where id = $1`,
        [id],
      ),
    ).toEqual([{ password_hash: 'another', delete_at: null, links: 0 }]);
  });
});

test('a browser that comes back after hours is in nobody’s way who ends its session', async () => {
  const reader = await api.reader();
  const { id } = await rowOf(reader);
  await query(api.database, `update reader_sessions set seen_at = now() - interval '2 hours' where user_id = $1`, [id]);
  let back: Promise<Response> | undefined;
  await inTransaction(api.payload, async (req) => {
    await holdReader(req, id);
    back = reader.call('/api/reader/me');
    await expect.poll(() => waitingFor(api.database, 'seen_at')).toBe(1);
    await endSessionsOf(req, id);
  });
  expect((await back)!.status).toBe(200);
  expect((await reader.call('/api/reader/me')).status).toBe(401);
});

test('who registers again while the registration before is deleted has a new one', async () => {
  const visitor = api.visitor();
  const someone = { email: `${randomUUID()}@example.org`, name: 'Chebet Korir', password: 'rain on a tin roof' };
  await visitor.json('/api/reader/register', someone);
  const tidying = await connect(api.database);
  await tidying.query('begin');
  await tidying.query('delete from readers where email = $1', [someone.email]);
  const again = visitor.json('/api/reader/register', someone);
  await expect.poll(() => waitingFor(api.database, 'for key share')).toBe(1);
  await tidying.query('commit');
  expect((await again).status).toBe(202);
  expect((await visitor.json('/api/reader/verify', { token: await api.tokenFor(someone.email) })).status).toBe(200);
});

test('the link that ends mails is pressed so often in an hour and no more', async () => {
  const { id } = await rowOf(await api.reader());
  await api.forgetLimits();
  const link = `/api/reader/unsubscribe?token=${unsubscribeToken(api.payload.secret, id, 'reply')}`;
  const statuses: number[] = [];
  for (let press = 0; press < 31; press++) statuses.push((await api.visitor().call(link, { method: 'POST' })).status);
  expect(statuses).toEqual([...Array<number>(30).fill(200), 429]);
});
