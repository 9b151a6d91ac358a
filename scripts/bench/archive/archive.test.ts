import type { Article } from '@dateline/shared/article';
import { shapes } from '@dateline/shared/feed';
import { describe, expect, test } from 'vitest';
import { archiveOf, type Published } from './archive.ts';
import { articlesPerMonth } from './months.ts';

const until = new Date('2026-11-20T09:00:00.000Z');
const small = archiveOf({ size: 1_000, seed: 1, until });
const documents = [...small.documents()];
const ofKind = <K extends Published['kind']>(kind: K) =>
  documents.filter((document): document is Extract<Published, { kind: K }> => document.kind === kind);
const articles = ofKind('article').map(({ data }) => data);

/** How many of the articles name somebody or something, by id. */
const mentions = new Map<string, number>();
for (const article of articles) {
  const { people, places } = article.mentions;
  for (const id of [...people, ...places, ...article.topics, ...article.authors])
    mentions.set(id, (mentions.get(id) ?? 0) + 1);
}
const mentionsOf = (id: string) => mentions.get(id) ?? 0;

describe('an archive', () => {
  test('is made of published shapes, and each document is in it once', () => {
    for (const { kind, data } of documents) shapes[kind].parse(data);
    expect(new Set(documents.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(documents.length);
    expect(new Set(documents.flatMap(({ data }) => ('slug' in data ? data.slug : []))).size).toBe(
      1_000 + 5_000 + 1_000 + 24,
    );
  });

  test('is the same for the same seed, and another for another', () => {
    const again = archiveOf({ size: 1_000, seed: 1, until });
    expect([0, 503, 999].map(again.newest)).toEqual([0, 503, 999].map(small.newest));
    expect(again.star).toEqual(small.star);
    expect(archiveOf({ size: 1_000, seed: 2, until }).newest(0)).not.toEqual(small.newest(0));
  });

  test('has stories of about 900 words with ten links, of whom and where the archive knows', () => {
    const ids = new Set(documents.map(({ id }) => id));
    const words = articles.map((article) => article.words);
    expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeGreaterThan(850);
    expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThan(950);
    const isWhole = ({ mentions: { people, places }, bodyHtml, authors, topics }: Article) => {
      const named = [...people, ...places];
      const marked = [...bodyHtml.matchAll(/ ref="([^"]+)"/g)].map(([, id]) => id);
      return (
        named.length === 10 &&
        named.join() === marked.join() &&
        [...named, ...authors, ...topics].every((id) => ids.has(id))
      );
    };
    expect(articles.filter((article) => !isWhole(article))).toEqual([]);
  });

  test('has one person in every twentieth story, and most people in hardly any', () => {
    expect(mentionsOf(small.star.id)).toBe(50);
    const perPerson = ofKind('person').map(({ id }) => mentionsOf(id));
    expect(Math.max(...perPerson.slice(0, 4_950))).toBe(50);
    expect(perPerson.filter((count) => count === 0).length).toBeGreaterThan(2_500);
  });

  test('has comments on some stories, each after its story', () => {
    const published = new Map(articles.map(({ id, publishedAt }) => [id, publishedAt]));
    const comments = ofKind('comment').map(({ data }) => data);
    expect(comments.length).toBeGreaterThan(300);
    for (const { article, at } of comments) expect(at > published.get(article)!).toBe(true);
  });

  test('ends with the stories that a larger one ends with', () => {
    const larger = archiveOf({ size: 3_000, seed: 1, until });
    for (const age of [0, 17, 399]) expect(small.newest(age)).toEqual(larger.newest(age));
    expect(small.fresh(3)).toEqual(larger.fresh(3));
  });
});

test('what is published while we measure is new, and names whom any archive has in many stories', () => {
  const fresh = Array.from({ length: 40 }, (_, index) => small.fresh(index + 1));
  const known = new Set(documents.flatMap(({ data }) => ('slug' in data ? data.slug : [])));
  for (const { slug, publishedAt, mentions, topics, authors } of fresh) {
    expect(known.has(slug)).toBe(false);
    expect(publishedAt > small.newest(0).publishedAt).toBe(true);
    for (const id of [...mentions.people, ...mentions.places, ...topics, ...authors]) {
      expect(mentionsOf(id), id).toBeGreaterThanOrEqual(25);
    }
  }
  expect(new Set(fresh.map(({ id }) => id)).size).toBe(40);
});

describe('months', () => {
  test.each([1_000, 10_000, 100_000])('of %i articles grow, and the running one is the same in all', (size) => {
    const months = articlesPerMonth(size);
    expect(months.reduce((sum, count) => sum + count, 0)).toBe(size);
    expect(months).toHaveLength(240);
    expect(months.at(-1)).toBe(400);
    expect(Math.min(...months)).toBeGreaterThan(0);
    expect(months[238]! / months[0]!).toBeGreaterThan(2);
  });
});
