import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runWorker } from '../../cms/src/worker/worker.ts';
import { targetsOf } from '../../cms/src/dispatch/targets.ts';
import { numberRows } from '../../cms/src/feed/number-rows.ts';
import { query } from '../support/database.ts';
import { startReceiver, type Received } from '../support/receiver.ts';
import { openDesk, type Desk } from './desk.ts';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const token = `token-${randomUUID()}`;
const path = `/hooks/${randomUUID()}`;

let desk: Desk;
let hook: Awaited<ReturnType<typeof startReceiver>>;
let github: Awaited<ReturnType<typeof startReceiver>>;
let working: { stop: () => Promise<void> } | undefined;

beforeAll(async () => {
  [hook, github] = await Promise.all([startReceiver(), startReceiver()]);
  desk = await openDesk({
    BUILD_WEBHOOK_URL: hook.url + path,
    BUILD_WEBHOOK_SECRET: secret,
    GITHUB_DISPATCH_REPOSITORY: 'newsroom/site',
    GITHUB_DISPATCH_TOKEN: token,
    GITHUB_API_URL: github.url,
  });
});

/** The worker of the reader server, in this process, with one of the receivers or both. */
function startWorker(only?: 'webhook' | 'github', hookPath = path) {
  const stopping = new AbortController();
  const targets = targetsOf({
    webhook: { url: hook.url + hookPath, secret },
    github: { repository: 'newsroom/site', token, apiURL: `${github.url}/` },
  }).filter(({ name }) => !only || name === only);
  const running = runWorker(desk.database, { duties: [], targets }, stopping.signal);
  const worker = {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
  working = worker;
  return worker;
}

interface Row {
  told: string | null;
  refused: string | null;
  attempts: number;
  due: number | null;
  is_taken: boolean | null;
  status: number | null;
  answer: string | null;
}
/** What is written down of a target; `due` is in seconds from now. */
async function rowOf(target: string): Promise<Row | undefined> {
  const rows = await query<Row>(
    desk.database,
    `select told, refused, attempts, extract(epoch from due_at - clock_timestamp())::float8 as due, is_taken, status, answer
     from dispatches where target = $1`,
    [target],
  );
  return rows[0];
}
/** Lets the time pass that a call is still held back for. */
const timePasses = () =>
  query(
    desk.database,
    `with due as (update dispatches set due_at = clock_timestamp() where due_at is not null returning target)
     select pg_notify('dateline_dispatch', target) from due`,
  );
/** Behind all that is committed. */
const head = async () => {
  await numberRows(desk.payload.db.pool);
  const [row] = await query<{ cursor: string }>(
    desk.database,
    `select position || ':' || id as cursor from outbox where position is not null order by position desc limit 1`,
  );
  return row?.cursor;
};
const publish = () => desk.create('articles', desk.story({ headline: 'Words for readers', _status: 'published' }));

/** Publishes, and lets the call for it become due. */
async function publishAndCall(target: 'webhook' | 'github') {
  await publish();
  await expect.poll(async () => (await rowOf(target))?.due ?? null).not.toBeNull();
  await timePasses();
}

const cursorIn = ({ body }: Received) => (JSON.parse(body) as { data: { cursor: string } }).data.cursor;

/** All is told, nobody is called, and the receivers remember nothing. */
beforeEach(async () => {
  const settling = startWorker();
  await publish();
  for (const target of ['webhook', 'github']) {
    const isTold = async () => (await rowOf(target))?.told === (await head());
    await vi.waitUntil(async () => (await timePasses(), await isTold()), { timeout: 20_000 });
  }
  await settling.stop();
  hook.received.length = github.received.length = 0;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await working?.stop();
});

describe('a publish', () => {
  test('is told to GitHub as a repository_dispatch, with the cursor and nothing else', async () => {
    startWorker('github');
    await publishAndCall('github');
    await expect.poll(() => github.received.length).toBe(1);
    const [call] = github.received;
    expect(call).toMatchObject({ method: 'POST', path: '/repos/newsroom/site/dispatches' });
    expect(call?.headers).toMatchObject({
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'dateline',
      'x-github-api-version': '2022-11-28',
    });
    expect(JSON.parse(call?.body ?? '')).toEqual({
      event_type: 'dateline-publish',
      client_payload: { cursor: await head() },
    });
    await expect
      .poll(() => rowOf('github'))
      .toMatchObject({ told: await head(), is_taken: true, status: 204, due: null });
  });

  test('is told by a webhook that a receiver can verify', async () => {
    startWorker('webhook');
    await publishAndCall('webhook');
    await expect.poll(() => hook.received.length).toBe(1);
    const [call] = hook.received as [Received];
    expect(call).toMatchObject({ method: 'POST', path });
    const payload = new Webhook(secret).verify(call.body, call.headers as Record<string, string>);
    expect(payload).toEqual({
      type: 'dateline.publish',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      data: { cursor: await head() },
    });
    expect(() => new Webhook(secret).verify(`${call.body} `, call.headers as Record<string, string>)).toThrow(
      /No matching signature/,
    );
    const other = new Webhook(`whsec_${randomBytes(32).toString('base64')}`);
    expect(() => other.verify(call.body, call.headers as Record<string, string>)).toThrow(/No matching signature/);
  });

  test('is told by itself, a few seconds later', async () => {
    startWorker('github');
    await publish();
    await expect.poll(() => github.received.length, { timeout: 15_000 }).toBe(1);
  });
});

describe('publishes in a row', () => {
  test('make one call, which tells of the last', async () => {
    startWorker('webhook');
    for (let count = 0; count < 5; count++) await publish();
    await expect.poll(async () => (await timePasses(), (await rowOf('webhook'))?.told)).toBe(await head());
    await expect.poll(() => hook.received.map(cursorIn).at(-1)).toBe(await head());
    expect(hook.received.length).toBeLessThan(3);
  });

  test('that come while a call is under way make another', async () => {
    startWorker('webhook');
    const held = hook.holdNext();
    await publishAndCall('webhook');
    const answer = await held;
    await publish();
    answer();
    await expect.poll(async () => (await timePasses(), hook.received.length)).toBe(2);
    expect(cursorIn(hook.received[1]!)).toBe(await head());
    expect(hook.received[1]?.headers['webhook-id']).not.toBe(hook.received[0]?.headers['webhook-id']);
  });
});

describe('a receiver that fails', () => {
  test('is called again, when it asked for it, with the same id and a signature of its own', async () => {
    startWorker('webhook');
    hook.answerNext(503, { 'retry-after': '3600' });
    hook.answerNext(500);
    await publishAndCall('webhook');
    await expect.poll(() => rowOf('webhook')).toMatchObject({ attempts: 1, is_taken: false, status: 503 });
    const row = await rowOf('webhook');
    expect(row?.due).toBeGreaterThan(3500);
    expect(row?.answer).toBe('The receiver answered 503.');
    await timePasses();
    await expect.poll(() => rowOf('webhook')).toMatchObject({ attempts: 2, status: 500 });
    expect((await rowOf('webhook'))?.due).toBeLessThan(11);
    await timePasses();
    await expect.poll(() => rowOf('webhook')).toMatchObject({ attempts: 0, is_taken: true, told: await head() });
    expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const { body, headers } of hook.received) {
      new Webhook(secret).verify(body, headers as Record<string, string>);
    }
  });

  test('for good is not called again, until there is something new to tell', async () => {
    startWorker('github');
    github.answerNext(401, {}, JSON.stringify({ message: `Bad credentials: ${token}` }));
    await publishAndCall('github');
    await expect.poll(() => rowOf('github')).toMatchObject({ refused: await head(), due: null, is_taken: false });
    expect((await rowOf('github'))?.answer).toContain('Put a valid one into GITHUB_DISPATCH_TOKEN');
    await publishAndCall('github');
    await expect.poll(() => rowOf('github')).toMatchObject({ refused: null, told: await head(), is_taken: true });
    expect(github.received).toHaveLength(2);
  });

  test('holds up nobody else', async () => {
    startWorker();
    github.answerNext(500);
    await publishAndCall('webhook');
    await expect.poll(() => hook.received.length).toBe(1);
    await expect.poll(() => rowOf('webhook')).toMatchObject({ told: await head() });
  });
});

describe('the worker', () => {
  test('that stops before a call leaves it to the next', async () => {
    const first = startWorker('github');
    await publish();
    await expect.poll(async () => (await rowOf('github'))?.due ?? null).not.toBeNull();
    await first.stop();
    expect(github.received).toHaveLength(0);
    await timePasses();
    startWorker('github');
    await expect.poll(() => github.received.length).toBe(1);
  });

  test('that ends in the middle of a call makes it again, by the same id', async () => {
    const first = startWorker('webhook');
    const held = hook.holdNext();
    await publishAndCall('webhook');
    await held;
    await first.stop();
    startWorker('webhook');
    await expect.poll(() => rowOf('webhook')).toMatchObject({ told: await head() });
    const ids = hook.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  test('calls once where two run', async () => {
    const first = startWorker('github');
    const second = startWorker('github');
    await publishAndCall('github');
    await expect.poll(() => rowOf('github')).toMatchObject({ told: await head() });
    await Promise.all([first.stop(), second.stop()]);
    expect(github.received).toHaveLength(1);
  });

  test('begins anew where a target has another address', async () => {
    await query(desk.database, `update dispatches set place = 'elsewhere', status = 410 where target = 'webhook'`);
    startWorker('webhook');
    await expect.poll(async () => (await timePasses(), hook.received.length)).toBe(1);
  });
});

test('a receiver that wanted no more calls is called again at a corrected address of the same host', async () => {
  const worker = startWorker('webhook');
  hook.answerNext(410);
  await publishAndCall('webhook');
  await expect.poll(() => rowOf('webhook')).toMatchObject({ status: 410, due: null });
  await worker.stop();
  const corrected = `/hooks/${randomUUID()}`;
  startWorker('webhook', corrected);
  await expect
    .poll(async () => (await timePasses(), hook.received.map((call) => call.path)))
    .toEqual([path, corrected]);
  await expect.poll(() => rowOf('webhook')).toMatchObject({ told: await head(), is_taken: true });
});

describe('the desk', () => {
  test('has an editor start a build though nothing is new, and nobody else', async () => {
    startWorker('webhook');
    const call = (role: Parameters<Desk['as']>[0], target = 'webhook') =>
      desk.as(role, 'POST', `/newsroom/dispatches/${target}`);
    expect((await call(null)).status).toBe(401);
    expect((await call('reporter')).status).toBe(403);
    expect((await call('editor', 'nobody')).status).toBe(404);
    expect(hook.received).toHaveLength(0);
    for (const count of [1, 2]) {
      expect((await call('editor')).status).toBe(202);
      await expect.poll(() => hook.received.length).toBe(count);
    }
    expect(cursorIn(hook.received[0]!)).toBe(await head());
    expect(hook.received[0]?.headers['webhook-id']).not.toBe(hook.received[1]?.headers['webhook-id']);
  });

  test('says of an article that waits what came of the call', async () => {
    const { id } = await publish();
    const publication = async () => (await desk.as('editor', 'GET', `/newsroom/publications/${id}`)).body;
    expect(await publication()).toMatchObject({ state: 'waiting', builders: { elsewhere: { calledAgo: null } } });
    github.answerNext(404);
    startWorker();
    await expect.poll(async () => (await timePasses(), rowOf('webhook'))).toMatchObject({ told: await head() });
    await expect.poll(publication).toMatchObject({
      builders: {
        elsewhere: { calledAgo: expect.any(Number), failure: expect.stringContaining('no such repository') },
      },
    });
  });
});

test('no secret is written down or logged, whatever a receiver answers', async () => {
  const said: string[] = [];
  for (const level of ['error', 'log', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void said.push(words.join(' ')));
  }
  startWorker();
  hook.answerNext(500, { 'x-echo': secret }, path);
  github.answerNext(403, { 'x-echo': token }, token);
  await publish();
  await expect.poll(async () => (await timePasses(), (await rowOf('github'))?.status)).toBe(403);
  await expect.poll(async () => (await rowOf('webhook'))?.is_taken).not.toBeNull();
  const rows = JSON.stringify(await query(desk.database, 'select * from dispatches'));
  for (const word of [secret, secret.slice(6), token, path]) expect(rows + said.join('\n')).not.toContain(word);
});
