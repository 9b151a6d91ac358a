import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readerTable } from '../../cms/src/readers/endpoints.ts';
import { publicURL, startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
let article: string;
let cookie: string;

beforeAll(async () => {
  api = await startReaderApi();
  article = (await api.publish()).id;
  const reader = await api.reader();
  cookie = [...reader.jar].map(([name, value]) => `${name}=${value}`).join('; ');
});

/** In milliseconds; what takes longer hangs. */
const patience = 20_000;

const names = [
  ['email', 'name', 'password', 'token', 'returnTo', 'article', 'key', 'body', 'before', 'parent', 'id', 'comments'],
  ['session', 'kind', 'terms', 'current', 'constructor', '__proto__', 'toString', '', 'body[]', 'where[id][exists]'],
].flat();
const awkward = [
  ['\0', '\ud800', '\u202e', '/', '//evil.example', '\\\\evil', '%00', '%ff', '../../etc/passwd', "' or 1=1 --"],
  ['{"$gt":""}', '<script>', 'NaN', '-1', '1e999', '0199c0de-0000-7000-8000-000000000001', 'null'],
  ['2026-02-04T10:00:00.000Z~0199c0de-0000-7000-8000-000000000001', 'a@b.c', `${'a'.repeat(300)}@example.org`],
].flat();

const text = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.constantFrom(100, 6_000, 60_000).map((length) => 'x'.repeat(length)),
);

/** Fields as they should be, which the rest of a request is a mutation of. */
const fitting = fc.record({
  email: fc.uuid().map((id) => `${id}@example.org`),
  name: fc.constant('Wanjiku Otieno'),
  password: fc.constant('a password of some length'),
  article: fc.constant('article'),
  key: fc.uuid(),
  body: fc.string({ unit: 'grapheme', minLength: 2, maxLength: 80 }),
});

const fields = fc
  .tuple(
    fitting,
    fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(text, fc.jsonValue({ maxDepth: 3 }))), { maxLength: 4 }),
    fc.array(fc.constantFrom(...names), { maxLength: 3 }),
  )
  .map(([fit, changes, gone]) => {
    const given = new Map<string, unknown>([...Object.entries(fit), ...changes]);
    for (const name of gone) given.delete(name);
    return given;
  });

const json = (given: Map<string, unknown>) =>
  `{${[...given].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
const form = (given: Map<string, unknown>) =>
  new URLSearchParams(
    [...given].map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString();

const request = fc.record({
  route: fc.constantFrom(...readerTable),
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
  ),
  path: fc.oneof(
    { weight: 9, arbitrary: fc.constant('') },
    fc.constantFrom('/', '//', '/%2e%2e', '%00', '%2f', ';a=b', '/x', '.', '%'),
  ),
  given: fields,
  as: fc.oneof(
    { weight: 4, arbitrary: fc.constant('json') },
    { weight: 4, arbitrary: fc.constant('form') },
    fc.constantFrom('broken', 'bytes', 'deep', 'none'),
  ),
  accept: fc.constantFrom('application/json', 'text/html', '*/*', ''),
  cookie: fc.constantFrom('own', 'none', 'wrong', 'many'),
  origin: fc.oneof(
    { weight: 9, arbitrary: fc.constant(publicURL) },
    fc.constantFrom('null', 'https://evil.example', ''),
  ),
});

type Case = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const cookies = (kind: Case['cookie']) =>
  ({
    own: cookie,
    none: '',
    wrong: `dateline_session=${'a'.repeat(40)}`,
    many: Array.from({ length: 50 }, (_, at) => `c${at}=${'v'.repeat(50)}`).join('; '),
  })[kind];

function bodyOf({ as, given }: Case): { body?: string | Uint8Array<ArrayBuffer>; type: string } {
  switch (as) {
    case 'json':
      return { body: json(given), type: 'application/json' };
    case 'form':
      return { body: form(given), type: 'application/x-www-form-urlencoded' };
    case 'broken':
      return { body: json(given).slice(0, -3), type: 'application/json; charset=utf-16' };
    case 'bytes':
      return { body: Uint8Array.from([0xff, 0xfe, 0x00, 0x80, 0x3d]), type: 'application/x-www-form-urlencoded' };
    case 'deep':
      return { body: `${'['.repeat(20_000)}${']'.repeat(20_000)}`, type: 'application/json' };
    case 'none':
      return { type: 'multipart/form-data' };
  }
}

async function send(asked: Case): Promise<number> {
  const { route, method, path, given, accept, origin } = asked;
  if (given.get('article') === 'article') given.set('article', article);
  const verb = method ?? route.method.toUpperCase();
  const { body, type } = bodyOf(asked);
  const hasBody = verb !== 'GET' && verb !== 'HEAD';
  const search = hasBody ? '' : `?${form(given).slice(0, 6_000)}`;
  const response = await fetch(`${api.base}/api/reader${route.path}${path}${search}`, {
    method: verb,
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
    headers: { accept, cookie: cookies(asked.cookie), ...(origin && { origin }), 'content-type': type },
    ...(hasBody && body !== undefined && { body }),
  });
  await response.arrayBuffer();
  return response.status;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

async function throwAtEverything(requests: number): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const status = await send(asked);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status, 'never the server’s fault').toBeLessThan(500);
    }),
    { numRuns: requests, endOnFailure: true },
  );
  return statuses;
}

test('whatever is sent to whichever endpoint, it is answered, not with an error of ours, and nothing is kept of it', async () => {
  const before = await throwAtEverything(200).then(heap);
  const statuses = new Map<number, number>();
  for (let round = 0; round < 8; round++) {
    await api.forgetLimits();
    for (const [status, count] of await throwAtEverything(75))
      statuses.set(status, (statuses.get(status) ?? 0) + count);
  }
  expect(heap() - before, 'MB of heap that stay').toBeLessThan(24);
  // What is generated gets through to where something is done, and is refused in several ways.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 403, 404, 422]));
  expect((await api.visitor().call(`/api/reader/comments?article=${article}&x=${randomUUID()}`)).status).toBe(200);
});
