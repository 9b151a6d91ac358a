import { beforeAll, describe, expect, test } from 'vitest';
import { bodyOf, mention, openDesk, words, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const publish = (more: object = {}) => desk.create('articles', desk.story({ _status: 'published', ...more }));
const opsOf = async (id: string) => (await desk.outboxOf(id)).map(({ op, slug }) => `${op} ${slug}`);

/** What is said under each field where a publish is refused. */
async function refusal(collection: string, data: object): Promise<Record<string, string>> {
  const answer = await desk.as('editor', 'POST', `/${collection}`, { ...data, _status: 'published' });
  expect(answer.status).toBe(400);
  const [error] = (answer.body as unknown as { errors: { data: { errors: { path: string; message: string }[] } }[] })
    .errors;
  return Object.fromEntries((error?.data.errors ?? []).map(({ path, message }) => [path, message]));
}

describe('a publish that lacks something', () => {
  test('says which field and what to do', async () => {
    const nothing = await refusal('articles', {});
    expect(nothing).toMatchObject({ headline: 'Write a headline of up to 180 characters.' });
    expect(nothing).not.toHaveProperty('slug');
    expect(await refusal('articles', { headline: 'Bare' })).toEqual({
      standfirst: 'Write a standfirst of up to 500 characters.',
      authors: 'Name at least one author.',
      'dateline.date': 'Give the day of the dateline.',
      body: 'Write the story before you publish it.',
    });
    expect(Object.keys(await refusal('articles', desk.story({ body: bodyOf(words('  ')) })))).toEqual(['body']);
    expect(Object.keys(await refusal('people', { name: 'x'.repeat(200) }))).toEqual(['name']);
    expect(Object.keys(await refusal('places', { name: 'Busia' }))).toEqual(['kind']);
  });

  test('an author without a page is named as what is missing', async () => {
    const draft = await desk.create('people', { name: 'Not Yet' }, { draft: true });
    expect(Object.keys(await refusal('articles', desk.story({ authors: [draft.id] })))).toEqual(['authors']);
  });

  test('a draft of it saves', async () => {
    expect((await desk.as('editor', 'POST', '/articles?draft=true', {})).status).toBe(201);
  });

  test('an edit that takes away what is required is refused, and what is public stays', async () => {
    const { id } = await publish();
    const answer = await desk.as('editor', 'PATCH', `/articles/${id}`, { authors: [], _status: 'published' });
    expect(answer.status).toBe(400);
    expect(await desk.outboxOf(id)).toHaveLength(1);
  });
});

describe('the slug', () => {
  test('follows the headline until the first publish, and stays then', async () => {
    const { id, slug } = await desk.create('articles', desk.story({ headline: 'Ōne thing' }), { draft: true });
    expect(slug).toBe('one-thing');
    expect((await desk.update('articles', id, { headline: 'Another thing' }, { draft: true })).slug).toBe(
      'another-thing',
    );
    expect((await desk.update('articles', id, { _status: 'published' })).slug).toBe('another-thing');
    const renamed = await desk.update('articles', id, { headline: 'Corrected thing', _status: 'published' });
    expect(renamed).toMatchObject({ slug: 'another-thing', formerSlugs: [] });
  });

  test('that an editor chose stays, and is made fit', async () => {
    const { id, slug } = await desk.create('articles', desk.story({ slug: 'My Own  Choice!' }), { draft: true });
    expect(slug).toBe('my-own-choice');
    expect((await desk.update('articles', id, { headline: 'Elsewhere' }, { draft: true })).slug).toBe('my-own-choice');
  });

  test('leaves where it was published behind when it moves, and nothing else', async () => {
    const { id } = await publish({ slug: 'here' });
    await desk.update('articles', id, { slug: 'draft-only' }, { draft: true });
    const moved = await desk.update('articles', id, { slug: 'there', _status: 'published' });
    expect(moved).toMatchObject({ slug: 'there', formerSlugs: ['here'] });
    const back = await desk.update('articles', id, { slug: 'here', _status: 'published' });
    expect(back).toMatchObject({ slug: 'here', formerSlugs: ['there'] });
    expect((await desk.outboxOf(id)).map(({ former_slugs }) => former_slugs)).toEqual([[], ['here'], ['there']]);
  });

  test('is not another’s, now or from before; one that the headline gives is numbered', async () => {
    const { id } = await publish({ slug: 'taken' });
    await desk.update('articles', id, { slug: 'taken-now', _status: 'published' });
    for (const slug of ['taken', 'taken-now']) {
      expect((await refusal('articles', desk.story({ slug }))).slug).toContain(`“${slug}” is already an address of`);
    }
    expect((await publish({ headline: 'Taken now' })).slug).toBe('taken-now-2');
  });

  test('of what is in the trash is free', async () => {
    const { id } = await publish({ slug: 'free-again' });
    await desk.update('articles', id, { deletedAt: new Date().toISOString() });
    expect((await publish({ slug: 'free-again' })).slug).toBe('free-again');
  });

  test('two who publish at once do not get the same', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => publish({ headline: 'At the same time' })));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(4);
  });
});

describe('what is taken away', () => {
  test('an unpublished article is removed, and put back by the next publish', async () => {
    const { id } = await publish({ slug: 'there-and-back' });
    await desk.update('articles', id, { _status: 'draft' });
    await desk.update('articles', id, { _status: 'draft' });
    await desk.update('articles', id, { _status: 'published' });
    expect(await opsOf(id)).toEqual(['put there-and-back', 'remove there-and-back', 'put there-and-back']);
  });

  test('trashing is unpublishing, and restoring puts it back; deleting is for good', async () => {
    const { id } = await publish({ slug: 'trashed' });
    await desk.update('articles', id, { deletedAt: new Date().toISOString() });
    await desk.update('articles', id, { deletedAt: null }, { trash: true });
    await desk.payload.delete({ collection: 'articles', id });
    expect(await opsOf(id)).toEqual(['put trashed', 'remove trashed', 'put trashed', 'remove trashed']);
  });

  test('an older version comes back as a publish', async () => {
    const { id, headline } = await publish();
    await desk.update('articles', id, { headline: 'Wrong', _status: 'published' });
    const { docs } = await desk.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      sort: 'createdAt',
    });
    const answer = await desk.as('editor', 'POST', `/articles/versions/${docs[0]?.id}`);
    expect(answer.status).toBe(200);
    expect((await desk.outboxOf(id)).map(({ data }) => data?.headline)).toEqual([headline, 'Wrong', headline]);
  });

  test('a copy starts as a draft of its own', async () => {
    const { id, slug } = await publish();
    const answer = await desk.as('editor', 'POST', `/articles/${id}/duplicate?draft=true`);
    const copy = (answer.body as unknown as { doc: Record<string, unknown> }).doc;
    expect(copy).toMatchObject({ _status: 'draft', slug: `${String(slug)}-2` });
    expect(copy.publishedAt ?? null).toBeNull();
    expect(await desk.outboxOf(String(copy.id))).toEqual([]);
  });

  test('an article goes with its thread', async () => {
    const { id } = await publish();
    const comment = await desk.create('comments', {
      article: id,
      authorName: 'R',
      body: 'Well said.',
      status: 'published',
      key: 'k',
    });
    await desk.payload.delete({ collection: 'articles', id });
    expect((await desk.outboxOf(comment.id)).map(({ op }) => op)).toEqual(['put', 'remove']);
  });
});

describe('what is published', () => {
  test('says nothing when a draft of it is saved, whoever it quotes by another name since', async () => {
    const speaker = await desk.create('people', { name: 'Asha Before', _status: 'published' });
    const quote = { blockType: 'quote', text: 'It will be built.', speaker: speaker.id };
    const block = { type: 'block', version: 2, format: '', fields: { id: '6565f1a0c0ffee0123456789', ...quote } };
    const { id } = await publish({ body: { root: { type: 'root', version: 1, children: [block] } } });
    expect((await desk.outboxOf(id))[0]?.data?.bodyHtml).toContain('Asha Before</dl-mention></footer>');
    await desk.update('people', speaker.id, { name: 'Asha After', _status: 'published' });
    await desk.update('articles', id, { headline: 'Not yet' }, { draft: true, autosave: true });
    expect(await desk.outboxOf(id)).toHaveLength(1);
    await desk.update('articles', id, { _status: 'draft' });
    expect((await desk.outboxOf(id)).map(({ op }) => op)).toEqual(['put', 'remove']);
  });

  test('publishing again without a change says nothing', async () => {
    const person = await desk.create('people', { name: 'Same As Before', _status: 'published' });
    await desk.update('people', person.id, { _status: 'published' });
    expect(await desk.outboxOf(person.id)).toHaveLength(1);
  });

  test('the first publication stays, the last one moves', async () => {
    const { id, publishedAt } = await publish({ publishedAt: '2025-08-01T06:00:00.000Z' });
    const again = await desk.update('articles', id, { headline: 'Corrected', _status: 'published' });
    expect(publishedAt).toBe('2025-08-01T06:00:00.000Z');
    expect(again.publishedAt).toBe(publishedAt);
    expect(String(again.modifiedAt) > String(publishedAt)).toBe(true);
  });

  test('people and places know where they are mentioned', async () => {
    const place = await desk.create('places', { name: 'Namanga', kind: 'border', _status: 'published' });
    const { id } = await publish({
      body: bodyOf(words('At '), mention('place', place.id, 'Namanga'), mention('person', desk.author.id, 'Kamau')),
    });
    const joined = await desk.payload.findByID({ collection: 'places', id: place.id, depth: 0 });
    expect((joined as unknown as { mentionedIn: { docs: string[] } }).mentionedIn.docs).toEqual([id]);
    const [row] = await desk.outboxOf(id);
    expect(row?.data).toMatchObject({ mentions: { people: [desk.author.id], places: [place.id], media: [] } });
  });

  test('a comment is put when it is approved, and leaves its place when it is taken down', async () => {
    const article = (await publish()).id;
    const held = await desk.create('comments', { article, authorName: 'Akinyi', body: 'One <b>\n\ntwo', key: 'c1' });
    expect(await desk.outboxOf(held.id)).toEqual([]);
    await desk.as('moderator', 'PATCH', `/comments/${held.id}`, { status: 'published' });
    await desk.as('moderator', 'PATCH', `/comments/${held.id}`, { status: 'removed' });
    const rows = await desk.outboxOf(held.id);
    expect(rows.map(({ data }) => data)).toMatchObject([
      { author: 'Akinyi', html: '<p>One &lt;b&gt;</p><p>two</p>', removed: false },
      { author: '', html: '', removed: true },
    ]);
    expect(rows[0]?.data?.at).toBe(rows[1]?.data?.at);
  });

  test('a change of the settings is a put', async () => {
    await desk.as('admin', 'POST', '/globals/newsroom-settings', {
      name: 'The Tana Courier',
      language: 'en',
      languages: ['sw'],
      timeZone: 'Africa/Nairobi',
    });
    const rows = await desk.outboxOf('00000000-0000-0000-0000-000000000000');
    expect(rows.at(-1)?.data).toMatchObject({
      name: 'The Tana Courier',
      languages: ['en', 'sw'],
      timeZone: 'Africa/Nairobi',
    });
  });
});
