import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '../../cms/src/access/roles.ts';
import { freshComment } from './reader-comments.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let ids: string[];

beforeAll(async () => {
  desk = await openDesk();
  // Each refusal would be written down with its stack.
  desk.payload.logger.level = 'fatal';
  const article = (await desk.create('articles', desk.story({ _status: 'published' }))).id;
  const reader = (
    await desk.create('readers', { email: `${randomUUID()}@example.org`, name: 'Njeri Kamau', status: 'active' })
  ).id;
  const comment = (await desk.create('comments', { ...freshComment(article), reader, authorName: 'Njeri Kamau' })).id;
  ids = [comment, reader, article, desk.author.id];
});

/** The newsroom's own endpoints at the desk, as the configuration has them. */
const endpoints = () => desk.payload.config.endpoints.filter(({ path }) => path.startsWith('/newsroom/'));

const word = fc.oneof(
  fc.constantFrom(
    'held',
    'published',
    'refused',
    'removed',
    'note',
    'warn',
    'suspend',
    'pin',
    'recent',
    'publish',
    'open',
    'links',
    '0_2026-01-01T00:00:00.000Z_0199c0de-0000-7000-8000-000000000001',
    'x',
  ),
  fc.constantFrom('\0', '\ud800', '%00', '..', "' or 1=1 --", '0199c0de-0000-7000-8000-000000000001', '1e999', ''),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constant('x'.repeat(20_000)),
);
const names = [
  ['comments', 'to', 'from', 'reason', 'view', 'before', 'act', 'note', 'text', 'until', 'days', 'document', 'kind'],
  [
    'at',
    'into',
    'mark',
    'on',
    'id',
    'q',
    'where',
    'addresses',
    '__proto__',
    'mode',
    'closed',
    'edited',
    'after',
    'limit',
  ],
  ['ids', 'article', 'person', 'reader', 'comment'],
].flat();

/** @param known Something that is there, to be named where an id is asked for. */
const request = (known: readonly string[]) => {
  const id = fc.oneof(fc.constantFrom(...known), word);
  const value = fc.oneof(
    id,
    fc.boolean(),
    fc.array(fc.record({ id, from: word, edited: fc.constantFrom(null, '2026-01-01T00:00:00.000Z', 'x') }), {
      maxLength: 3,
    }),
    fc.jsonValue({ maxDepth: 2 }),
  );
  return fc.record({
    endpoint: fc.constantFrom(...endpoints()),
    id,
    query: fc.array(fc.tuple(fc.constantFrom(...names), id), { maxLength: 3 }),
    body: fc.oneof(
      { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }) },
      fc.jsonValue(),
    ),
  });
};

async function throwAt(role: Role | null, runs: number): Promise<Set<number>> {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(request(ids), async ({ endpoint, id, query, body }) => {
      const path = endpoint.path.replace(/:\w+/, encodeURIComponent(id.toWellFormed()));
      const search = new URLSearchParams(query.map(([name, value]) => [name, value.slice(0, 2_000)])).toString();
      const method = endpoint.method.toUpperCase();
      const { status } = await desk.as(role, method, `${path}?${search}`, method === 'GET' ? undefined : body);
      statuses.add(status);
      // Previews say so where no builder is there to draw them.
      const isPaused = status === 503 && /^\/newsroom\/(preview|plan)\//.test(path);
      expect(isPaused || status < 500, `${method} ${path}: ${status}`).toBe(true);
    }),
    { numRuns: runs, endOnFailure: true },
  );
  return statuses;
}

test('whatever moderators and admins send to the desk is answered, and not with an error of ours', async () => {
  expect(endpoints().length).toBeGreaterThan(10);
  for (const role of ['moderator', 'admin'] as const) {
    const statuses = await throwAt(role, 250);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 404]));
  }
});

test('nobody gets anything there', async () => {
  const statuses = await throwAt(null, 150);
  expect([...statuses].filter((status) => ![401, 403, 404].includes(status))).toEqual([]);
  for (const { method, path } of endpoints()) {
    const body = method === 'get' ? undefined : {};
    const { status } = await desk.as(null, method.toUpperCase(), path.replace(/:\w+/, ids[0] ?? ''), body);
    expect([401, 403], `${method} ${path}`).toContain(status);
  }
});
