import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Problem } from '../../shared/src/problem.ts';
import { query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';

const api = await startReaderApi();
const { id: article } = await api.publish();

const setTerms = (terms: string) =>
  api.payload.updateGlobal({ slug: 'newsroom-settings', data: { accounts: { terms } } as never });

const fresh = () => ({ article, key: randomUUID(), body: `What is said ${randomUUID()}.` });
type Reader = Awaited<ReturnType<typeof api.reader>>;

async function post(reader: Reader, comment: object) {
  const answer = await reader.json('/api/reader/comments', comment);
  return { status: answer.status, told: (await answer.json()) as Partial<Problem> };
}

test('where there are no terms, nobody is asked', async () => {
  expect((await post(await api.reader(), fresh())).status).toBe(201);
});

test('after new terms a reader agrees with the comment itself, once', async () => {
  const reader = await api.reader();
  await setTerms(`Be civil.\n\nNo <script>.`);
  const comment = fresh();
  const { status, told } = await post(reader, comment);
  expect([status, told.code]).toEqual([403, 'terms-changed']);
  expect(told.terms?.html).toBe('<p>Be civil.</p><p>No &lt;script&gt;.</p>');
  expect((await post(reader, { ...comment, agree: told.terms!.version })).status).toBe(201);
  expect((await post(reader, fresh())).status).toBe(201);
  const [row] = await query<{ version: string }>(
    api.database,
    'select terms_version as version from readers where email = $1',
    [reader.email],
  );
  expect(Number(row?.version)).toBe(told.terms!.version);
});

test('agreeing to terms that have changed again is asked anew', async () => {
  const reader = await api.reader();
  await setTerms('The second.');
  const { told } = await post(reader, fresh());
  await setTerms('The third.');
  const { status, told: again } = await post(reader, { ...fresh(), agree: told.terms!.version });
  expect([status, again.terms?.html]).toEqual([403, '<p>The third.</p>']);
});

test('without script the page asks, and keeps the text', async () => {
  const reader = await api.reader();
  await setTerms('The fourth.');
  const comment = fresh();
  const answer = await reader.form('/api/reader/comments', comment);
  const html = await answer.text();
  expect(answer.status).toBe(403);
  expect(html).toContain('The fourth.');
  expect(html).toContain(comment.body);
  const version = /name="agree" value="(\d+)"/.exec(html)?.[1] ?? '';
  const sent = await reader.form('/api/reader/comments', { ...comment, agree: version });
  expect(sent.status).toBeLessThan(400);
  expect(await query(api.database, 'select 1 from comments where key = $1', [comment.key])).toHaveLength(1);
});
