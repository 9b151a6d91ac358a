import { beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '../../cms/src/access/roles.ts';
import { openDesk, type Desk } from './desk.ts';
import { scheduling, soon } from './scheduling.ts';

let desk: Desk;
let reader: string;
beforeAll(async () => {
  desk = await openDesk();
  reader = (
    await desk.create('readers', {
      email: 'r@example.org',
      name: 'Reader',
      status: 'active',
      passwordHash: 'secret-hash',
    })
  ).id;
});

const everybody = [...roles, null] as const;
const refused = [401, 403, 404];

type Operation = 'read' | 'create' | 'update' | 'delete';
const staff: Role[] = [...roles];
const writers: Role[] = ['reporter', 'editor', 'admin'];
const editors: Role[] = ['editor', 'admin'];
const moderators: Role[] = ['editor', 'moderator', 'admin'];
const keepers: Role[] = ['moderator', 'admin'];
const admins: Role[] = ['admin'];

/** Who may do what to a document that somebody else made. */
const allowed: Record<string, Record<Operation, Role[]>> = {
  articles: { read: staff, create: writers, update: editors, delete: editors },
  people: { read: staff, create: writers, update: editors, delete: editors },
  places: { read: staff, create: writers, update: editors, delete: editors },
  topics: { read: staff, create: writers, update: editors, delete: editors },
  comments: { read: moderators, create: [], update: moderators, delete: admins },
  readers: { read: keepers, create: [], update: keepers, delete: admins },
  bans: { read: keepers, create: keepers, update: keepers, delete: keepers },
  'sensitive-subjects': { read: moderators, create: moderators, update: moderators, delete: moderators },
  users: { read: staff, create: admins, update: admins, delete: admins },
};

let count = 0;
async function example(collection: string): Promise<{ data: object; change: object }> {
  const unique = `n${count++}`;
  switch (collection) {
    case 'articles':
      return { data: { headline: unique }, change: { standfirst: 'Changed' } };
    case 'comments': {
      const article = (await desk.create('articles', desk.story({ _status: 'published' }))).id;
      return {
        data: { article, reader, authorName: 'Reader', body: 'Well said.', key: unique },
        change: { status: 'refused' },
      };
    }
    case 'readers':
      return { data: { email: `${unique}@example.org`, name: 'A reader' }, change: { status: 'suspended' } };
    case 'users':
      return {
        data: { email: `${unique}@example.org`, name: 'New', password: 'a long password', role: 'reporter' },
        change: { name: 'Changed' },
      };
    case 'bans':
      return { data: { pattern: `${unique}@example.org` }, change: { reason: 'Changed' } };
    case 'sensitive-subjects': {
      const value = (await desk.create('people', { name: unique })).id;
      return { data: { subject: { relationTo: 'people', value }, rule: 'held' }, change: { rule: 'closed' } };
    }
    case 'places':
      return { data: { name: unique, kind: 'town' }, change: { description: 'Changed' } };
    default:
      return { data: { name: unique }, change: { name: `${unique} changed` } };
  }
}

describe.each(Object.keys(allowed))('%s', (collection) => {
  describe.each(everybody)('as %s', (role) => {
    const expectAnswer = (operation: Operation, status: number) => {
      const isAllowed = role !== null && allowed[collection]?.[operation].includes(role);
      const outcome = status < 300 ? 'done' : refused.includes(status) ? 'refused' : `answered ${status}`;
      expect(`${operation}: ${outcome}`).toBe(`${operation}: ${isAllowed ? 'done' : 'refused'}`);
    };

    test('reads, creates, updates and deletes what the role may, and nothing else', async () => {
      const { data, change } = await example(collection);
      expectAnswer('create', (await desk.as(role, 'POST', `/${collection}?draft=true`, data)).status);
      const other = await example(collection);
      const { id } = await desk.create(collection, other.data, { draft: true });
      expectAnswer('read', (await desk.as(role, 'GET', `/${collection}/${id}`)).status);
      expectAnswer('read', (await desk.as(role, 'GET', `/${collection}`)).status);
      expectAnswer('update', (await desk.as(role, 'PATCH', `/${collection}/${id}?draft=true`, change)).status);
      const bulk = await desk.as(role, 'PATCH', `/${collection}?draft=true&where[id][equals]=${id}`, change);
      const bulked = (bulk.body as { docs?: unknown[] } | null)?.docs?.length ?? 0;
      const mayUpdate = role !== null && allowed[collection]?.update.includes(role);
      expect(bulked).toBe(mayUpdate ? 1 : 0);
      expectAnswer('delete', (await desk.as(role, 'DELETE', `/${collection}/${id}`)).status);
    });
  });
});

describe.each(everybody)('settings as %s', (role) => {
  test('are read by the staff and changed by an admin', async () => {
    const read = await desk.as(role, 'GET', '/globals/newsroom-settings');
    expect(read.status < 300).toBe(role !== null);
    const update = await desk.as(role, 'POST', '/globals/newsroom-settings', {
      tagline: 'New',
      name: 'The Tana Courier',
      language: 'en',
      timeZone: 'UTC',
    });
    expect(update.status < 300).toBe(role === 'admin');
  });
});

describe('who decides what is public', () => {
  const unpublishing = { reporter: 403, moderator: 403 } as const;

  test.each(Object.keys(unpublishing) as (keyof typeof unpublishing)[])('%s publishes in no way', async (role) => {
    const me = desk.staff[role].id;
    const created = await desk.as(role, 'POST', '/articles', desk.story({ _status: 'published' }));
    expect(created.status).toBe(403);
    const draft = (await desk.create('articles', desk.story({ createdBy: me }), { draft: true })).id;
    for (const query of ['', '?draft=true']) {
      expect(refused).toContain(
        (await desk.as(role, 'PATCH', `/articles/${draft}${query}`, { _status: 'published' })).status,
      );
    }
    await desk.as(role, 'PATCH', `/articles?where[id][equals]=${draft}`, { _status: 'published' });
    expect(await desk.outboxOf(draft)).toEqual([]);

    const live = (await desk.create('articles', desk.story({ createdBy: me, _status: 'published' }))).id;
    const before = await desk.outboxOf(live);
    const { docs } = await desk.payload.findVersions({ collection: 'articles', where: { parent: { equals: live } } });
    await desk.as(role, 'PATCH', `/articles/${live}`, { headline: 'Mine' });
    await desk.as(role, 'PATCH', `/articles/${live}`, { _status: 'draft' });
    await desk.as(role, 'PATCH', `/articles/${live}?unpublishAllLocales=true`, { _status: 'draft' });
    await desk.as(role, 'PATCH', `/articles/${live}`, { deletedAt: new Date().toISOString() });
    await desk.as(role, 'DELETE', `/articles/${live}`);
    await desk.as(role, 'POST', `/articles/versions/${docs[0]?.id}`);
    await desk.as(role, 'POST', `/articles/${live}/duplicate`);
    expect(await desk.outboxOf(live)).toEqual(before);
    const rows = await desk.payload.find({ collection: 'articles', where: { id: { equals: live } } });
    expect(rows.docs[0]).toMatchObject({
      _status: 'published',
      headline: before[0]?.data?.headline,
    });
  });

  test('a reporter writes, rewrites and trashes their own draft', async () => {
    const made = await desk.as('reporter', 'POST', '/articles?draft=true', { headline: 'Mine' });
    const { id, createdBy } = (made.body as unknown as { doc: { id: string; createdBy: { id: string } } }).doc;
    expect(createdBy.id).toBe(desk.staff.reporter.id);
    expect(
      (await desk.as('reporter', 'PATCH', `/articles/${id}?draft=true&autosave=true`, { headline: 'Better' })).status,
    ).toBe(200);
    expect(
      (await desk.as('reporter', 'PATCH', `/articles/${id}`, { deletedAt: new Date().toISOString() })).status,
    ).toBe(200);
  });

  test('nobody takes over a draft by naming themselves its author, nor dates its publication', async () => {
    const { id } = await desk.create('articles', desk.story({ createdBy: desk.staff.editor.id }), { draft: true });
    const me = desk.staff.reporter.id;
    expect(refused).toContain(
      (await desk.as('reporter', 'PATCH', `/articles/${id}?draft=true`, { createdBy: me })).status,
    );
    const made = await desk.as(
      'editor',
      'POST',
      '/articles',
      desk.story({ _status: 'published', createdBy: me, publishedAt: '2001-01-01T00:00:00.000Z' }),
    );
    expect((made.body as unknown as { doc: object }).doc).toMatchObject({ createdBy: { id: desk.staff.editor.id } });
    expect((made.body as unknown as { doc: { publishedAt: string } }).doc.publishedAt).not.toContain('2001');
  });

  test('an editor publishes, and unpublishes', async () => {
    const made = await desk.as('editor', 'POST', '/articles', desk.story({ _status: 'published' }));
    expect(made.status).toBe(201);
    const { id } = (made.body as unknown as { doc: { id: string } }).doc;
    expect((await desk.as('editor', 'PATCH', `/articles/${id}`, { _status: 'draft' })).status).toBe(200);
    expect((await desk.outboxOf(id)).map(({ op }) => op)).toEqual(['put', 'remove']);
  });
});

describe.each(everybody)('the queue as %s', (role) => {
  const isEditor = role === 'editor' || role === 'admin';

  test('is closed, and schedules are seen by the staff and made by editors', async () => {
    const { id } = await desk.create('articles', desk.story(), { draft: true });
    const schedules = scheduling(desk);
    await schedules.make(id, 'publish', soon());
    const [schedule] = await schedules.of(id);
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['PATCH', '?where[id][exists]=true'],
      ['DELETE', '?where[id][exists]=true'],
      ['GET', `/${schedule?.id}`],
      ['PATCH', `/${schedule?.id}`],
      ['DELETE', `/${schedule?.id}`],
      ['GET', '/run?allQueues=true'],
      ['GET', '/handle-schedules'],
    ] as const) {
      const body = method === 'GET' ? undefined : { waitUntil: '2001-01-01T00:00:00.000Z', hasError: true };
      const { status } = await desk.as(role, method, `/payload-jobs${path}`, body);
      expect({ method, path, refused: refused.includes(status) }).toEqual({ method, path, refused: true });
    }
    const seen = await desk.as(role, 'GET', `/newsroom/schedules?document=${id}`);
    expect(seen.status < 300).toBe(role !== null);
    expect(refused.includes((await schedules.make(id, 'publish', soon(), role)).status)).toBe(!isEditor);
    const { id: current } = (await schedules.of(id))[0] ?? {};
    expect((await desk.as(role, 'POST', `/newsroom/schedules/${current}/retry`)).status < 300).toBe(isEditor);
    expect((await desk.as(role, 'DELETE', `/newsroom/schedules/${current}`)).status < 300).toBe(isEditor);
    expect(await schedules.of(id)).toHaveLength(isEditor ? 0 : 1);
  });
});

describe('the staff', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:4322' }],
    ['nowhere, as a page of another site', { origin: 'null' }],
    ['nowhere', {}],
    ['another site, by its browser', { 'sec-fetch-site': 'cross-site' }],
  ])('are nobody by their cookie from %s', async (_, from) => {
    const cookie = `payload-token=${desk.staff.admin.token}`;
    const asked = (path: string, body: object, headers: object) =>
      desk.send('POST', path, body, { cookie, ...headers });
    for (const [path, body, taken] of [
      ['/people?draft=true', { name: 'Amani Testero' }, 201],
      ['/newsroom/moderation/threads', { closed: false }, 200],
    ] as const) {
      expect([401, 403]).toContain((await asked(path, body, from)).status);
      expect((await asked(path, body, { origin: 'http://localhost:4321' })).status).toBe(taken);
    }
  });

  test.each(['reporter', 'editor', 'moderator'] as const)('%s does not make an admin of themselves', async (role) => {
    const { id } = desk.staff[role];
    const answer = await desk.as(role, 'PATCH', `/users/${id}`, { role: 'admin', name: 'Still me' });
    expect(answer.status).toBe(200);
    const user = await desk.payload.findByID({ collection: 'users', id });
    expect(user).toMatchObject({ role, name: 'Still me' });
  });

  test('the screen that makes the first user an admin is closed', async () => {
    const account = { email: 'first@example.org', password: 'a long password', name: 'First', role: 'admin' };
    expect((await desk.as(null, 'POST', '/users/first-register', account)).status).toBe(403);
  });

  test('a comment keeps its words, whoever moderates it', async () => {
    const { data } = await example('comments');
    const { id } = await desk.create('comments', data);
    await desk.as('admin', 'PATCH', `/comments/${id}`, {
      body: 'Put in their mouth',
      authorName: 'Another',
      status: 'published',
    });
    const comment = await desk.payload.findByID({ collection: 'comments', id });
    expect(comment).toMatchObject({ body: 'Well said.', authorName: 'Reader', status: 'published' });
  });

  test('nobody reads the hash of a password', async () => {
    const answer = await desk.as('admin', 'GET', `/readers/${reader}?showHiddenFields=true`);
    expect(JSON.stringify(answer.body)).not.toContain('secret-hash');
  });
});

test('what has become of a publish is told to the staff', async () => {
  const { id } = await desk.create('articles', desk.story({ _status: 'published' }));
  expect((await desk.as(null, 'GET', `/newsroom/publications/${id}`)).status).toBe(401);
  const told = await desk.as('moderator', 'GET', `/newsroom/publications/${id}`);
  expect(told.body).toMatchObject({ state: 'waiting', op: 'put' });
  expect((await desk.as('admin', 'GET', '/newsroom/publications/nonsense')).status).toBe(404);
});
