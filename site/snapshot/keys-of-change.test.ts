import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, someArticle, someComment, somePerson, somePlace } from '../../tests/support/published-samples.ts';
import { appearancesOf, correctedAt, keysOfChange, keysOfMerge, sortKey, type Version } from './keys-of-change.ts';

const article = (more = {}): Version => ({ kind: 'article', data: someArticle(1, more) });
const keys = (before: Version | undefined, after: Version | undefined) =>
  keysOfChange(idOf(5, 1), before, after).map(({ key }) => key);

describe('keysOfChange', () => {
  test('of a version that says the same touches nothing', () => {
    expect(keys(article(), article())).toEqual([]);
  });

  test('of a headline touches the article and the lists that it stands in, but no list of addresses', () => {
    const touched = keys(article(), article({ headline: 'Another' }));
    expect(touched).toEqual([
      `doc:article:${idOf(5, 1)}`,
      `story:${idOf(5, 1)}`,
      'latest',
      'month:2026-01',
      `under:author:${idOf(1, 1)}`,
      `under:person:${idOf(1, 1)}`,
      `under:place:${idOf(2, 1)}`,
      `under:topic:${idOf(3, 1)}`,
    ]);
  });

  test('of an address touches those who ask for the old one and the new one', () => {
    const touched = keys(article(), article({ slug: 'another', formerSlugs: ['article-1'] }));
    expect(touched).toContain('slug:article:article-1');
    expect(touched).toContain('slug:article:another');
    expect(touched).toContain('every:article');
  });

  test('of whom an article mentions touches the lists that it leaves and those that it joins', () => {
    const mentions = { people: [idOf(1, 2)], places: [], media: [] };
    const touched = keys(article(), article({ mentions }));
    expect(touched).toContain(`under:person:${idOf(1, 1)}`);
    expect(touched).toContain(`under:person:${idOf(1, 2)}`);
    expect(touched).toContain(`under:place:${idOf(2, 1)}`);
  });

  test('of a comment touches its thread where it stands, and no article', () => {
    const comment = someComment(1, idOf(5, 1));
    const at = `${comment.at}|${comment.id}`;
    expect(keysOfChange(comment.id, undefined, { kind: 'comment', data: comment })).toEqual([
      { key: `doc:comment:${comment.id}` },
      { key: `cuts:${idOf(5, 1)}`, at },
      { key: `count:${idOf(5, 1)}` },
      { key: `thread:${idOf(5, 1)}`, at },
      { key: `newest:${idOf(5, 1)}`, at },
    ]);
  });

  test('of what a comment says moves no cuts, and counts nothing anew', () => {
    const comment = someComment(1, idOf(5, 1), { root: idOf(6, 9), parent: idOf(6, 9) });
    const before: Version = { kind: 'comment', data: comment };
    const after: Version = { kind: 'comment', data: { ...comment, author: 'Another' } };
    const touched = keysOfChange(comment.id, before, after).map(({ key }) => key);
    expect(touched).toEqual([`doc:comment:${comment.id}`, `thread:${idOf(6, 9)}`, `newest:${idOf(5, 1)}`]);
  });

  test('of a headline touches the pages of the thread, behind everything else; of the text it does not', () => {
    const far = (more: object) => keysOfChange(idOf(5, 1), article(), article(more)).filter(({ isFar }) => isFar);
    expect(far({ headline: 'Another' })).toEqual([{ key: `story:${idOf(5, 1)}`, isFar: true }]);
    expect(far({ bodyHtml: '<p>Another.</p>' })).toEqual([]);
  });

  test('of a place that moves touches both parents', () => {
    const before: Version = { kind: 'place', data: somePlace(3, { parent: idOf(2, 1) }) };
    const after: Version = { kind: 'place', data: somePlace(3, { parent: idOf(2, 2) }) };
    const touched = keysOfChange(idOf(2, 3), before, after).map(({ key }) => key);
    expect(touched).toEqual([`doc:place:${idOf(2, 3)}`, `within:${idOf(2, 1)}`, `within:${idOf(2, 2)}`]);
  });

  test('of a person touches the person alone', () => {
    const before: Version = { kind: 'person', data: somePerson(1) };
    const after: Version = { kind: 'person', data: somePerson(1, { name: 'Somebody Else' }) };
    expect(keysOfChange(idOf(1, 1), before, after)).toEqual([{ key: `doc:person:${idOf(1, 1)}` }]);
  });

  test('is the same in both directions, since a change undone touches the same pages', () => {
    const refs = fc.subarray([1, 2, 3].map((number) => idOf(1, number)));
    const version = fc
      .record({ slug: fc.constantFrom('a', 'b'), people: refs, authors: refs, headline: fc.constantFrom('x', 'y') })
      .map(({ people, ...more }) => article({ ...more, mentions: { people, places: [], media: [] } }));
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(new Set(keys(a, b))).toEqual(new Set(keys(b, a)));
      }),
    );
  });
});

test('a merge touches who asks for the merged, and the lists of everybody whom they lead or led to', () => {
  const touched = keysOfMerge('person', 'b', { before: ['c'], after: ['a', 'd'] }).map(({ key }) => key);
  const lists = ['c', 'a', 'd'].flatMap((id) => [`under:author:${id}`, `under:person:${id}`, `merged:person:${id}`]);
  expect(touched).toEqual(['doc:person:b', ...lists]);
});

test('an article stands once under a place that is both mentioned and its dateline', () => {
  const places = appearancesOf(someArticle(1)).filter(({ role }) => role === 'place');
  expect(places).toEqual([{ role: 'place', ref: idOf(2, 1) }]);
});

test('sort keys order by first publication, and then by id', () => {
  const [first, second] = [someArticle(1), someArticle(2)];
  expect(sortKey(first) < sortKey(second)).toBe(true);
  expect(sortKey(first) < sortKey({ ...first, id: second.id })).toBe(true);
});

test('the latest correction counts, in whatever order they stand', () => {
  const at = (instant: string) => ({ at: instant, text: 'Wrong.' });
  const corrections = [at('2026-03-02T00:00:00.000Z'), at('2026-03-05T00:00:00.000Z'), at('2026-03-01T00:00:00.000Z')];
  expect(correctedAt({ corrections })).toBe('2026-03-05T00:00:00.000Z');
  expect(correctedAt({ corrections: [] })).toBeUndefined();
});
