import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { mergePeople } from '../../cms/src/merge/merge-people.ts';
import { ownComment } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import { bodyOf, mention, words } from './desk.ts';
import { startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
type Reader = Awaited<ReturnType<typeof api.reader>>;

beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(async () => {
  await settle({});
  await api.forgetLimits();
});

const before = { holdNew: false, holdAll: false, closeAll: false, trustAfter: 1, words: [], watchedDomains: [] };
const settle = (moderation: Record<string, unknown>) =>
  api.payload.updateGlobal({
    slug: 'newsroom-settings',
    data: { moderation: { ...before, closeAfterDays: 0, ...moderation } } as never,
  });

const post = (reader: Reader, article: string, body = `What I think, ${randomUUID()}.`) =>
  reader.json('/api/reader/comments', { article, body, key: randomUUID() });
const stateOf = async (answer: Response) => ownComment.parse(await answer.json()).state;
const said = async (answer: Response) => ({
  status: answer.status,
  code: ((await answer.json()) as { code?: string }).code,
});
const reasonOf = async (answer: Response) => {
  const { id } = ownComment.parse(await answer.json());
  const [row] = await query<{ held_for: string | null }>(api.database, 'select held_for from comments where id = $1', [
    id,
  ]);
  return row?.held_for;
};
const decide = (id: string, status: string) =>
  api.payload.update({ collection: 'comments', id, data: { status } as never });
const create = async (collection: string, data: object) =>
  String((await api.payload.create({ collection, data: data as never, depth: 0 } as never)).id);

describe('trust', () => {
  test('is earned by as many approved comments as the newsroom wants, and lost by a refusal', async () => {
    await settle({ holdNew: true, trustAfter: 2 });
    const { id } = await api.publish();
    const reader = await api.reader();
    for (const because of ['new-reader', 'new-reader']) {
      const own = await post(reader, id);
      expect(await reasonOf(own.clone())).toBe(because);
      await decide(ownComment.parse(await own.json()).id, 'published');
    }
    const trusted = ownComment.parse(await (await post(reader, id)).json());
    expect(trusted.state).toBe('published');
    await decide(trusted.id, 'removed');
    const again = await post(reader, id);
    expect(await reasonOf(again)).toBe('distrusted');
  });

  test('is asked for under one article where the newsroom does not ask, and the reverse', async () => {
    const strict = await api.publish({ commentPolicy: { newReaders: 'hold' } });
    expect(await stateOf(await post(await api.reader(), strict.id))).toBe('held');
    await settle({ holdNew: true });
    const lax = await api.publish({ commentPolicy: { newReaders: 'publish' } });
    expect(await stateOf(await post(await api.reader(), lax.id))).toBe('published');
  });
});

describe('reports', () => {
  const report = (reader: Reader, comment: string, more: object = {}) =>
    reader.json('/api/reader/comments/report', { comment, reason: 'attack', ...more });
  const stored = async (id: string) =>
    (
      await query<{ status: string; held_for: string | null }>(
        api.database,
        'select status, held_for from comments where id = $1',
        [id],
      )
    )[0];
  const posted = async () => {
    const { id } = await api.publish();
    const writer = await api.reader();
    return { writer, id: ownComment.parse(await (await post(writer, id)).json()).id };
  };

  test('of enough readers take a comment off the site until the desk has read it, and count anew from there', async () => {
    await settle({ reports: 2 });
    const { id } = await posted();
    const [first, second, third] = [await api.reader(), await api.reader(), await api.reader()];
    expect((await report(first, id)).status).toBe(204);
    expect((await report(first, id, { reason: 'other', note: 'Again.' })).status).toBe(204);
    expect((await stored(id))?.status).toBe('published');
    await report(second, id);
    expect(await stored(id)).toEqual({ status: 'held', held_for: 'reports' });
    const [row] = await query<{ data: { removed: boolean } }>(
      api.database,
      'select data from outbox where document = $1 order by seq desc limit 1',
      [id],
    );
    expect(row?.data.removed).toBe(true);
    await decide(id, 'published');
    await report(third, id);
    expect((await stored(id))?.status).toBe('published');
  });

  test('are refused of one’s own, of what is not public, without a reason, and of nobody', async () => {
    const { writer, id } = await posted();
    expect((await report(writer, id)).status).toBe(422);
    const reader = await api.reader();
    expect((await report(reader, id, { reason: 'envy' })).status).toBe(422);
    expect((await report(reader, randomUUID())).status).toBe(404);
    expect((await api.visitor().json('/api/reader/comments/report', { comment: id, reason: 'other' })).status).toBe(
      401,
    );
    await decide(id, 'removed');
    expect((await report(reader, id)).status).toBe(404);
    expect(await query(api.database, 'select 1 from comment_reports where comment_id = $1', [id])).toEqual([]);
  });

  test('are made with a form alone, which says what is missing and keeps what was written', async () => {
    const { id } = await posted();
    const asked = await api.visitor().call(`/api/reader/comments/report?comment=${id}`);
    expect(new URL(asked.headers.get('location')!).searchParams.get('returnTo')).toBe(
      `/api/reader/comments/report?comment=${id}`,
    );
    const reader = await api.reader();
    const page = await (await reader.call(`/api/reader/comments/report?comment=${id}`)).text();
    expect(page).toContain('What I think, ');
    const again = await (await reader.form('/api/reader/comments/report', { comment: id, note: '<b>Look' })).text();
    expect(again).toContain('Choose what is wrong with it.');
    expect(again).toContain('&lt;b&gt;Look');
    const done = await reader.form('/api/reader/comments/report', { comment: id, reason: 'untrue', note: '' });
    expect(await done.text()).toContain('The newsroom will read it.');
  });
});

describe('the same text again', () => {
  test('is refused in its thread, though it looks different', async () => {
    const { id } = await api.publish();
    const reader = await api.reader();
    expect((await post(reader, id, 'Buy cheap maize flour from me')).status).toBe(201);
    expect(await said(await post(reader, id, 'BUY  CHEAP MАIZE FLOUR, FROM ME!'))).toEqual({
      status: 409,
      code: 'repeated',
    });
  });

  test('waits where three others wrote it', async () => {
    const { id } = await api.publish();
    const states = [];
    for (let i = 0; i < 4; i++) {
      states.push(await stateOf(await post(await api.reader(), id, 'Everybody must write exactly this one line')));
    }
    expect(states).toEqual(['published', 'published', 'published', 'held']);
  });
});

describe('words', () => {
  test('count in the language of the article, and change at once with the settings', async () => {
    const swahili = await api.publish({ language: 'sw' });
    const english = await api.publish();
    const reader = await api.reader();
    expect(await stateOf(await post(reader, swahili.id, 'Wewe ni mjinga sana'))).toBe('published');
    await settle({ words: [{ language: 'sw', do: 'hold', list: 'mjinga\nmwizi' }] });
    expect(await reasonOf(await post(reader, swahili.id, 'Yeye ni mjinga'))).toBe('words');
    expect(await stateOf(await post(reader, english.id, 'Yeye ni mjinga'))).toBe('published');
    await settle({ words: [{ language: null, do: 'refuse', list: 'mjinga' }] });
    expect(await said(await post(reader, english.id, 'Nyinyi ni mjinga'))).toEqual({
      status: 422,
      code: 'unwanted-words',
    });
  });

  test('that the desk writes wrong are said at their field', async () => {
    await expect(settle({ watchedDomains: ['https://spam.example'] })).rejects.toThrow(/Watched Domains/i);
  });
});

describe('a sensitive subject', () => {
  const mark = (relationTo: 'people' | 'places', value: string, rule: string, until: string | null = null) =>
    create('sensitive-subjects', { subject: { relationTo, value }, rule, until, reason: 'A case in court.' });

  test('has every thread that mentions it held or closed, until its end', async () => {
    const person = await create('people', { name: `Somebody ${randomUUID()}`, _status: 'published' });
    const { id } = await api.publish({
      body: bodyOf(words('Before the court stood '), mention('person', person, 'she')),
    });
    const other = await api.publish();
    const reader = await api.reader();
    expect(await stateOf(await post(reader, id))).toBe('published');
    const marked = await mark('people', person, 'held');
    expect(await reasonOf(await post(reader, id))).toBe('subject');
    expect(await stateOf(await post(reader, other.id))).toBe('published');
    await api.payload.update({ collection: 'sensitive-subjects', id: marked, data: { rule: 'closed' } as never });
    expect(await said(await post(reader, id))).toEqual({ status: 409, code: 'thread-closed' });
    const thread = await reader.call(`/api/reader/comments?article=${id}`);
    expect(await thread.json()).toMatchObject({ mode: 'closed' });
    await api.payload.update({
      collection: 'sensitive-subjects',
      id: marked,
      data: { until: new Date(Date.now() - 1_000).toISOString() } as never,
    });
    expect(await stateOf(await post(reader, id))).toBe('published');
  });

  test('is known under the name that they were merged into', async () => {
    const [one, two] = [
      await create('people', { name: `One ${randomUUID()}`, _status: 'published' }),
      await create('people', { name: `Two ${randomUUID()}`, _status: 'published' }),
    ];
    const { id } = await api.publish({ body: bodyOf(mention('person', one, 'One')) });
    await inTransaction(api.payload, (req) => mergePeople(req, one, two));
    await mark('people', two, 'held');
    expect(await reasonOf(await post(await api.reader(), id))).toBe('subject');
    // The page goes on leading to the other, so the mark goes on counting.
    await api.payload.delete({ collection: 'people', id: one, trash: true });
    expect(await reasonOf(await post(await api.reader(), id))).toBe('subject');
  });

  test('is a place, too, where the story was filed', async () => {
    const place = await create('places', { name: `Somewhere ${randomUUID()}`, kind: 'town', _status: 'published' });
    const { id } = await api.publish({ dateline: { date: '2026-02-04T12:00:00.000Z', place } });
    await mark('places', place, 'closed');
    expect((await post(await api.reader(), id)).status).toBe(409);
  });
});

describe('a place that another lies within', () => {
  const place = (kind: string, parent: string | null, _status: string) =>
    create('places', { name: `Somewhere ${randomUUID()}`, kind, parent, _status });

  test.each([
    ['is mentioned', (town: string) => ({ body: bodyOf(words('In '), mention('place', town, 'town')) })],
    ['is where it was filed', (town: string) => ({ dateline: { date: '2026-02-04T12:00:00.000Z', place: town } })],
  ])('is marked for every story whose place %s, with a page or without one', async (_, placed) => {
    const country = await place('country', null, 'published');
    const county = await place('county', country, 'draft');
    const { id } = await api.publish(placed(await place('town', county, 'published')));
    const reader = await api.reader();
    expect(await stateOf(await post(reader, id))).toBe('published');
    const marked = await create('sensitive-subjects', {
      subject: { relationTo: 'places', value: country },
      rule: 'held',
    });
    expect(await reasonOf(await post(reader, id))).toBe('subject');
    await api.payload.update({ collection: 'sensitive-subjects', id: marked, data: { rule: 'closed' } as never });
    expect(await said(await post(reader, id))).toEqual({ status: 409, code: 'thread-closed' });
    await api.payload.delete({ collection: 'places', id: county });
    expect(await stateOf(await post(reader, id))).toBe('published');
  });
});

describe('threads are closed', () => {
  test('all at once, and open again', async () => {
    const { id } = await api.publish();
    const reader = await api.reader();
    await settle({ closeAll: true });
    expect(await said(await post(reader, id))).toEqual({ status: 409, code: 'thread-closed' });
    await settle({});
    expect((await post(reader, id)).status).toBe(201);
  });

  test('by their age, which an article can have otherwise', async () => {
    const old = await api.publish();
    const kept = await api.publish({ commentPolicy: { closeAfterDays: 0 } });
    await query(api.database, "update articles set published_at = now() - interval '8 days' where id = any($1)", [
      [old.id, kept.id],
    ]);
    await settle({ closeAfterDays: 7 });
    const reader = await api.reader();
    expect((await post(reader, old.id)).status).toBe(409);
    expect((await post(reader, kept.id)).status).toBe(201);
  });

  test.each([-1, 0.5])('not after %s days', async (days) => {
    await expect(settle({ closeAfterDays: days })).rejects.toThrow(/Close threads after days/);
    await expect(api.publish({ commentPolicy: { closeAfterDays: days } })).rejects.toThrow(/close after days/i);
    const accounts = { idleDays: days } as never;
    await expect(api.payload.updateGlobal({ slug: 'newsroom-settings', data: { accounts } })).rejects.toThrow(
      /Days without a log-in/,
    );
  });
});

describe('the log', () => {
  const entries = (comment: string) =>
    query(
      api.database,
      `select act, before, after, told.reason from moderation_log
        left join moderation_log_readers told on told.log = id where comment = $1 order by id`,
      [comment],
    );

  test('has every decision', async () => {
    await settle({ holdNew: true });
    const { id } = await api.publish();
    const own = ownComment.parse(await (await post(await api.reader(), id)).json());
    await api.payload.update({
      collection: 'comments',
      id: own.id,
      data: { status: 'refused', refusalReason: 'It names a child.' } as never,
    });
    await decide(own.id, 'published');
    expect(await entries(own.id)).toEqual([
      { act: 'decide', before: 'held', after: 'refused', reason: 'It names a child.' },
      { act: 'decide', before: 'refused', after: 'published', reason: null },
    ]);
  });

  test('is changed by nobody, by the owner of the database neither', async () => {
    await query(api.database, "insert into moderation_log (act) values ('note')");
    for (const change of [
      "update moderation_log set act = 'x'",
      'delete from moderation_log',
      'truncate moderation_log',
    ]) {
      await expect(query(api.database, change)).rejects.toThrow(/only ever added to/);
    }
  });
});
