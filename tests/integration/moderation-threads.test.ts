import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../cms/src/access/roles.ts';
import type { CommentContext, Queue } from '../../cms/src/moderation/desk/shapes.ts';
import { threadModes } from '../../cms/src/moderation/thread-modes.ts';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { settingsId } from '../../shared/src/settings.ts';
import { query, waitingFor } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const ask = async (role: Role | null, path: string, body?: object) =>
  await desk.as(role, body ? 'POST' : 'GET', `/newsroom/moderation${path}`, body);
const set = (article: string, mode: string, role: Role | null = 'moderator') =>
  ask(role, `/threads/${article}`, { mode });
const closeAll = (closed: boolean, role: Role | null = 'moderator') => ask(role, '/threads', { closed });
const story = async (more: object = {}) =>
  (await desk.create('articles', desk.story({ _status: 'published', ...more }))).id;
const modeOf = async (article: string) => (await threadModes(desk.payload, [article])).get(article);
/** What the site was told of an article's thread, one after the other. */
const toldOf = async (article: string) => (await desk.outboxOf(article)).map(({ data }) => data?.comments);
const logged = (article: string) =>
  query(
    desk.database,
    'select act, before, after, staff_name as by from moderation_log where article = $1 order by id',
    [article],
  );
/** Saves an article as its form does that was opened before, with all its fields. */
const saveForm = (article: string, data: object, more = '') =>
  desk.as('editor', 'PATCH', `/articles/${article}?depth=0${more}`, data);

describe('one thread', () => {
  test('is held, closed and opened by a moderator; the site is told and the log says who', async () => {
    const article = await story();
    for (const mode of ['held', 'closed', 'closed', 'open']) expect((await set(article, mode)).status).toBe(200);
    expect(await modeOf(article)).toBe('open');
    expect(await toldOf(article)).toEqual(['open', 'held', 'closed', 'open']);
    expect(await logged(article)).toEqual([
      { act: 'thread', before: 'open', after: 'held', by: 'moderator' },
      { act: 'thread', before: 'held', after: 'closed', by: 'moderator' },
      { act: 'thread', before: 'closed', after: 'open', by: 'moderator' },
    ]);
  });

  test('is closed and nothing else of a draft is published by it', async () => {
    const article = await story({ headline: 'As readers have it' });
    await saveForm(article, { headline: 'Not yet', _status: 'draft' }, '&draft=true');
    await set(article, 'closed');
    const outbox = await desk.outboxOf(article);
    expect(outbox.at(-1)?.data).toMatchObject({ comments: 'closed', headline: 'As readers have it' });
    await saveForm(article, { _status: 'published' });
    expect((await desk.outboxOf(article)).at(-1)?.data).toMatchObject({ comments: 'closed', headline: 'Not yet' });
  });

  test('stays closed when a form is saved that was open before, until somebody opens it at the desk', async () => {
    const article = await story();
    await set(article, 'held');
    await saveForm(article, { comments: 'closed', _status: 'published' });
    await saveForm(article, { comments: 'held', _status: 'published' });
    expect(await modeOf(article)).toBe('held');
    await set(article, 'closed');
    await saveForm(article, { comments: 'open', _status: 'draft' }, '&draft=true&autosave=true');
    await saveForm(article, { comments: 'open', _status: 'published' });
    expect([await modeOf(article), (await toldOf(article)).at(-1)]).toEqual(['closed', 'closed']);
    await set(article, 'open');
    await saveForm(article, { comments: 'held', _status: 'published' });
    expect(await modeOf(article)).toBe('held');
  });

  test('that an editor closes, or rules otherwise, with the article is logged from what to what', async () => {
    const article = await story();
    await saveForm(article, { comments: 'closed', _status: 'draft' }, '&draft=true');
    expect(await logged(article)).toEqual([]);
    await saveForm(article, { commentPolicy: { links: 0 }, _status: 'published' });
    expect(await logged(article)).toEqual([
      { act: 'policy', before: 'comments: open', after: 'comments: closed', by: 'editor' },
      { act: 'policy', before: 'links: none', after: 'links: 0', by: 'editor' },
    ]);
  });

  test('shows beside its comments as readers find it, and as the article has it', async () => {
    const article = await story();
    const comment = { article, authorName: 'Njeri Kamau', body: 'Well.', key: randomUUID(), status: 'held' };
    const { id } = await desk.create('comments', comment);
    const seen = async () => ((await ask('moderator', `/comments/${id}`)).body as unknown as CommentContext).article;
    await set(article, 'held');
    expect(await seen()).toMatchObject({ mode: 'held', own: 'held' });
    await closeAll(true);
    expect(await seen()).toMatchObject({ mode: 'closed', own: 'held' });
    await closeAll(false);
  });

  test('is refused where there is no such article, or no such mode', async () => {
    expect((await set(randomUUID(), 'closed')).status).toBe(404);
    const article = await story();
    expect((await set(article, 'shut')).status).toBe(400);
    expect(await modeOf(article)).toBe('open');
  });
});

describe('all threads at once', () => {
  const settled = () =>
    query(desk.database, "select act, before, after, staff_name as by from moderation_log where act = 'settings'");
  const told = async () => (await desk.outboxOf(settingsId)).at(-1)?.data?.threads;

  test('are closed by a moderator and opened again; the desk says so, the site is told, and the log', async () => {
    const article = await story();
    const before = (await settled()).length;
    const seen = async () => ((await ask('editor', '/queue')).body as unknown as Queue).allClosed;
    expect((await closeAll(true)).status).toBe(200);
    expect([await modeOf(article), await seen(), await told()]).toMatchObject(['closed', true, { closed: true }]);
    expect((await closeAll(false)).status).toBe(200);
    expect([await modeOf(article), await seen(), await told()]).toMatchObject(['open', false, { closed: false }]);
    expect((await settled()).slice(before)).toEqual([
      { act: 'settings', before: 'closeAll: false', after: 'closeAll: true', by: 'moderator' },
      { act: 'settings', before: 'closeAll: true', after: 'closeAll: false', by: 'moderator' },
    ]);
  });

  test('stay closed when the settings are saved by a form that was open before', async () => {
    await closeAll(true);
    const form = { moderation: { closeAll: false, links: 7 } };
    expect((await desk.as('admin', 'POST', '/globals/newsroom-settings', form)).status).toBe(200);
    expect(await modeOf(await story())).toBe('closed');
    expect((await settled()).at(-1)).toMatchObject({ before: 'links: 2', after: 'links: 7', by: 'admin' });
    await closeAll(false);
  });

  test('stay closed when the settings were being saved at the moment', async () => {
    const links = { moderation: { links: 3 } };
    let saved: ReturnType<typeof desk.as> | undefined;
    await inTransaction(desk.payload, async (req) => {
      const data = { moderation: { closeAll: true } } as never;
      await desk.payload.updateGlobal({ slug: 'newsroom-settings', data, req });
      saved = desk.as('admin', 'POST', '/globals/newsroom-settings', links);
      await expect.poll(() => waitingFor(desk.database, 'dateline:settings')).toBe(1);
    });
    expect((await saved)?.status).toBe(200);
    expect(await desk.payload.findGlobal({ slug: 'newsroom-settings' })).toMatchObject({
      moderation: { closeAll: true, links: 3 },
    });
    await closeAll(false);
  });

  test('are not closed by what is no answer', async () => {
    expect((await ask('moderator', '/threads', { closed: 'yes' })).status).toBe(400);
  });
});

test.each([
  ['admin', 200],
  ['moderator', 200],
  ['editor', 200],
  ['reporter', 403],
  [null, 401],
] as const)('%s closing threads is answered with %d', async (role, status) => {
  const article = await story();
  expect([(await set(article, 'closed', role)).status, (await closeAll(true, role)).status]).toEqual([status, status]);
  expect(await modeOf(article)).toBe(status === 200 ? 'closed' : 'open');
  await closeAll(false);
});
