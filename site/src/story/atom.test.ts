import { expect, test } from 'vitest';
import { someArticle, somePerson, someSettings, someTopic } from '../../../tests/support/published-samples.ts';
import { writeAtom, type Entry } from './atom.ts';

const origin = 'https://courier.example';
const entry = (number: number, more: Parameters<typeof someArticle>[1] = {}): Entry => ({
  story: {
    article: someArticle(number, more),
    authors: [somePerson(1)],
    topics: [someTopic(1)],
    filedFrom: [],
    picture: undefined,
    people: [],
    places: [],
  },
  html: '<p>Rain &amp; hail</p>',
});

test('an entry is known by its document, not by its address', () => {
  const renamed = writeAtom([entry(1, { slug: 'elsewhere' })], someSettings(), origin);
  expect(renamed).toContain(`<id>urn:uuid:${entry(1).story.article.id}</id>`);
  expect(renamed).toContain('href="https://courier.example/articles/elsewhere/"');
});

test('the feed is as new as its latest change, and an old story corrected moves it', () => {
  const corrected = entry(1, { modifiedAt: '2026-03-01T00:00:00.000Z' });
  const feed = writeAtom([entry(2), corrected], someSettings(), origin);
  expect(feed.slice(0, feed.indexOf('<entry'))).toContain('<updated>2026-03-01T00:00:00.000Z</updated>');
});

test('text is escaped once and HTML twice', () => {
  const feed = writeAtom([entry(1, { headline: 'Salt & <i>water</i>' })], someSettings(), origin);
  expect(feed).toContain('<title>Salt &amp; &lt;i&gt;water&lt;/i&gt;</title>');
  expect(feed).toContain('<content type="html">&lt;p&gt;Rain &amp;amp; hail&lt;/p&gt;</content>');
});

test('corrections stand before the text', () => {
  const corrections = [{ at: '2026-02-05T00:00:00.000Z', text: 'It was hail.' }];
  const feed = writeAtom([entry(1, { corrections })], someSettings(), origin);
  expect(feed).toMatch(/Correction, February 5, 2026.*It was hail.*Rain/);
});

test('characters that XML cannot hold are left out', () => {
  expect(writeAtom([entry(1, { headline: 'A\u0000B\u000bC\ud800D' })], someSettings(), origin)).toContain(
    '<title>ABC\ufffdD</title>',
  );
});

test('a newsroom without stories has a feed', () => {
  expect(writeAtom([], someSettings(), origin)).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});
