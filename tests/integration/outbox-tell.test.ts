import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { outboxChannel, tellSoon } from '../../cms/src/outbox/tell.ts';
import { storeComment } from '../../cms/src/readers/store-comment.ts';
import { connect, openPool, query, waitingFor } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';

const api = await startReaderApi();
const article = await api.publish();

test('who asks while the feed is being told is told of together, once more', async () => {
  const pool = openPool(api.database);
  const listener = await connect(api.database);
  await listener.query(`listen ${outboxChannel}`);
  const heard = vi.fn<() => void>();
  listener.on('notification', heard);
  const error = vi.fn<(entry: object) => void>();
  await Promise.all(Array.from({ length: 20 }, () => tellSoon(pool, { error })));
  // What was notified before it is delivered before its answer.
  await listener.query('select 1');
  expect(heard).toHaveBeenCalledTimes(2);
  await tellSoon(pool, { error });
  await listener.query('select 1');
  expect(heard).toHaveBeenCalledTimes(3);
  expect(error).not.toHaveBeenCalled();
});

test('a feed that cannot be told is logged and fails nobody', async () => {
  const pool = openPool('postgres://127.0.0.1:1/nowhere');
  const error = vi.fn<(entry: object) => void>();
  await tellSoon(pool, { error });
  expect(error).toHaveBeenCalledWith({ err: expect.any(Error) as Error, msg: 'The feed was not told of a comment.' });
});

test('a pool that ends meanwhile is asked no more', async () => {
  const pool = openPool(api.database);
  const error = vi.fn<(entry: object) => void>();
  const told = tellSoon(pool, { error });
  void tellSoon(pool, { error });
  await pool.end();
  await told;
  await tellSoon(pool, { error });
  expect(error).not.toHaveBeenCalled();
});

test('a comment that is being stored when the newsroom is told to end is stored, and its reader told so', async () => {
  const { email } = await api.reader();
  const [reader] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [email]);
  const key = randomUUID();
  const elsewhere = await connect(api.database);
  await elsewhere.query('begin');
  await elsewhere.query('select from readers where email = $1 for update', [email]);
  const storing = storeComment(api.payload, {
    article: article.id,
    reader: reader!.id,
    authorName: 'Wanjiku Otieno',
    authorStaff: false,
    authorPerson: null,
    body: 'It is open again.',
    key,
    status: 'published',
    heldFor: null,
    fingerprint: randomUUID(),
  });
  await expect.poll(() => waitingFor(api.database, 'comments')).toBe(1);
  const ended = api.payload.destroy();
  await elsewhere.query('commit');
  await ended;
  const { id } = await storing;
  expect(await query(api.database, 'select id from comments where key = $1', [key])).toEqual([{ id }]);
});
