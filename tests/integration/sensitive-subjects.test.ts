import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { mergePeople } from '../../cms/src/merge/merge-people.ts';
import { bodyOf, mention, words } from './desk.ts';
import { openModerated, said, stateOf } from './moderated-comments.ts';

const { api, settle, post, reasonOf } = await openModerated();

beforeEach(async () => {
  await settle({});
  await api.forgetLimits();
});

const create = async (collection: string, data: object) =>
  String((await api.payload.create({ collection, data: data as never, depth: 0 } as never)).id);

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
