import { expect, test } from 'vitest';
import { someArticle, somePerson, somePlace, someTopic } from '../../../tests/support/published-samples.ts';
import type { Questions } from '../../snapshot/questions.ts';
import { bodyOf, readStory } from './read-story.ts';

const kenya = somePlace(1, { name: 'Kenya', slug: 'kenya', kind: 'country' });
const mandera = somePlace(2, { name: 'Mandera', slug: 'mandera', kind: 'town', parent: kenya.id });
const asha = somePerson(1, {
  slug: 'asha',
  roles: [
    { title: 'Mayor', organisation: null, from: '2020-01-01', to: '2025-12-31' },
    { title: 'Governor', organisation: null, from: '2026-01-01', to: null },
  ],
});
const draft = somePerson(9);
const known = new Map([kenya, mandera, asha, someTopic(1)].map((one) => [one.id, one]));
const find = (id: string) => known.get(id) as never;
const ask = { person: find, place: find, topic: find, picture: () => undefined } as Partial<Questions> as Questions;

const article = someArticle(1, {
  dateline: { place: mandera.id, date: '2025-12-31' },
  authors: [asha.id, draft.id],
  mentions: { people: [draft.id, asha.id], places: [mandera.id], media: [] },
  leadImage: 'gone',
  bodyHtml: `<p><dl-mention kind="person" ref="${draft.id}">Nobody</dl-mention> met <dl-mention kind="person" ref="${asha.id}">Asha</dl-mention> <a href="/policies/">here</a>.</p>`,
});

test('what is not published is left out', () => {
  const story = readStory(ask, article);
  expect(story.authors).toEqual([asha]);
  expect(story.picture).toBeUndefined();
});

test("people stand with the role of the dateline's day", () => {
  expect(readStory(ask, article).people.map(({ roles }) => roles.map(({ title }) => title))).toEqual([['Mayor']]);
});

test('places stand with those that they lie in', () => {
  expect(readStory(ask, article).places).toEqual([[mandera, kenya]]);
  expect(readStory(ask, article).filedFrom).toEqual([mandera, kenya]);
});

test('the body links who has a page', () => {
  expect(bodyOf(ask, article)).toBe(
    '<p>Nobody met <a href="/people/asha/">Asha</a> <a href="/policies/">here</a>.</p>',
  );
});

test('for readers of feeds every address is whole', () => {
  expect(bodyOf(ask, article, 'https://c.example')).toContain('<a href="https://c.example/people/asha/">');
  expect(bodyOf(ask, article, 'https://c.example')).toContain('<a href="https://c.example/policies/">');
});
