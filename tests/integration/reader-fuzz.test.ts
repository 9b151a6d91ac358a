import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readerTable } from '../../cms/src/readers/endpoints.ts';
import { publicURL, startReaderApi } from './reader-client.ts';
import { prepareWorld, type World } from './reader-fuzz-world.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
let article: string;
let world: World;

beforeAll(async () => {
  api = await startReaderApi();
  article = (await api.publish()).id;
  const settings = { moderation: { holdNew: false, readerPerHour: 0 }, accounts: { ownComments: true } };
  await api.payload.updateGlobal({ slug: 'newsroom-settings', data: settings as never });
});

/** In milliseconds; what takes longer hangs. */
const patience = 20_000;

const names = [
  [
    'email',
    'name',
    'password',
    'newPassword',
    'token',
    'returnTo',
    'website',
    'proof',
    'session',
    'passkey',
    'version',
  ],
  ['article', 'key', 'body', 'before', 'order', 'parent', 'comment', 'recommended', 'reason', 'note', 'comments'],
  ['reader', 'shown', 'notifyReplies', 'notifyDecisions', 'terms', 'agree', 'done', 'id', 'kind', 'current'],
  ['constructor', '__proto__', 'toString', '', 'body[]', 'where[id][exists]'],
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

/** What becomes of the fields that an endpoint wants: some are others, and one may be missing. */
const mutation = fc.record({
  changes: fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(text, fc.jsonValue({ maxDepth: 3 }))), {
    maxLength: 3,
  }),
  gone: fc.option(fc.constantFrom(...names), { freq: 1 }),
});
type Given = Map<string, unknown>;

const json = (given: Given) =>
  `{${[...given].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
const form = (given: Given) =>
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
  mutation,
  as: fc.oneof(
    { weight: 8, arbitrary: fc.constant('json') },
    { weight: 8, arbitrary: fc.constant('form') },
    fc.constantFrom('broken', 'bytes', 'deep', 'none'),
  ),
  accept: fc.constantFrom('application/json', 'text/html', '*/*', ''),
  cookie: fc.oneof({ weight: 7, arbitrary: fc.constant('own') }, fc.constantFrom('none', 'wrong', 'many')),
  origin: fc.oneof(
    { weight: 9, arbitrary: fc.constant(publicURL) },
    fc.constantFrom('null', 'https://evil.example', ''),
  ),
});

type Case = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const cookies = ({ cookie, route }: Case) =>
  ({
    own: world.cookieFor(route.path),
    none: '',
    wrong: `dateline_session=${'a'.repeat(40)}`,
    many: Array.from({ length: 50 }, (_, at) => `c${at}=${'v'.repeat(50)}`).join('; '),
  })[cookie];

function bodyOf({ as }: Case, given: Given): { body?: string | Uint8Array<ArrayBuffer>; type: string } {
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

/** Tells the status, and whether the request came through to where something is done: understood, and let in. */
async function send(asked: Case): Promise<{ status: number; isThrough: boolean }> {
  const { route, method, path, mutation, accept, origin } = asked;
  const given: Given = new Map([...Object.entries(world.fittingFor(route)), ...mutation.changes]);
  if (mutation.gone !== null) given.delete(mutation.gone);
  const verb = method ?? route.method.toUpperCase();
  const { body, type } = bodyOf(asked, given);
  const hasBody = verb !== 'GET' && verb !== 'HEAD';
  const search = hasBody && !route.byToken ? '' : `?${form(given).slice(0, 6_000)}`;
  const response = await fetch(`${api.base}/api/reader${route.path}${path}${search}`, {
    method: verb,
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
    headers: { accept, cookie: cookies(asked), ...(origin && { origin }), 'content-type': type },
    ...(hasBody && body !== undefined && { body }),
  });
  const said = await response.text();
  const { status, headers } = response;
  const isDone = status < 400 && !headers.get('location')?.includes('/login?');
  return { status, isThrough: isDone || [409, 410, 429].includes(status) || said.includes('passkey-wrong') };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

/** How many requests of each endpoint there were, and how many came through. */
type Counts = Map<string, { sent: number; through: number }>;

async function throwAtEverything(requests: number, statuses = new Set<number>(), counts: Counts = new Map()) {
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const { status, isThrough } = await send(asked);
      statuses.add(status);
      expect(status, 'never the server’s fault').toBeLessThan(500);
      const name = `${asked.route.method} ${asked.route.path}`;
      const { sent, through } = counts.get(name) ?? { sent: 0, through: 0 };
      counts.set(name, { sent: sent + 1, through: through + Number(isThrough) });
    }),
    { numRuns: requests, endOnFailure: true },
  );
}

async function freshWorld(): Promise<void> {
  await api.forgetLimits();
  world = await prepareWorld(api, article);
}

const asItIs: Omit<Case, 'route'> = {
  method: null,
  path: '',
  mutation: { changes: [], gone: null },
  as: 'json',
  accept: 'application/json',
  cookie: 'own',
  origin: publicURL,
};

test('each endpoint does what it is for with what the mutations begin with', async () => {
  await freshWorld();
  const refused: string[] = [];
  for (const route of readerTable) {
    await api.forgetLimits();
    await world.logInFor(route.path);
    const { status, isThrough } = await send({ route, ...asItIs });
    if (!isThrough) refused.push(`${route.method} ${route.path}: ${status}`);
  }
  expect(refused).toEqual([]);
});

test('whatever is sent to whichever endpoint, it is answered, not with an error of ours, and nothing is kept of it', async () => {
  await freshWorld();
  await throwAtEverything(150);
  const before = heap();
  const statuses = new Set<number>();
  const counts: Counts = new Map();
  for (let round = 0; round < 5; round++) {
    await freshWorld();
    await throwAtEverything(130, statuses, counts);
    const headers = { cookie: world.cookieFor('/me') };
    const me = await fetch(`${api.base}/api/reader/me`, { headers });
    expect(me.status, 'who is logged in to the end of a round').toBe(200);
  }
  expect(heap() - before, 'MB of heap that stay').toBeLessThan(24);
  // What is generated comes through to where something is done, and is refused in several ways.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 403, 404, 422]));
  expect(counts.size).toBe(readerTable.length);
  const all = [...counts.values()];
  const sum = (of: 'sent' | 'through') => all.reduce((total, count) => total + count[of], 0);
  expect(sum('through') / sum('sent')).toBeGreaterThan(0.4);
  expect(all.filter(({ through }) => through > 0).length / all.length).toBeGreaterThan(0.8);
});
