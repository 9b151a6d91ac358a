import { expect, test } from 'vitest';
import {
  someArticle,
  somePerson,
  somePlace,
  someSettings,
  someTopic,
} from '../../../tests/support/published-samples.ts';
import { newsArticle, scriptJson } from './news-article.ts';
import type { Story } from './read-story.ts';

const kenya = somePlace(1, { name: 'Kenya', slug: 'kenya', kind: 'country' });
const mandera = somePlace(2, { name: 'Mandera', slug: 'mandera', kind: 'town', parent: kenya.id });
const governor = somePerson(2, { name: 'Asha', slug: 'asha', honorific: 'Dr' });

const story: Story = {
  article: someArticle(1, {
    headline: 'It </script><b>rained</b>',
    dateline: { place: mandera.id, date: '2026-02-04' },
    corrections: [{ at: '2026-02-05T00:00:00.000Z', text: 'It was hail.' }],
  }),
  authors: [somePerson(1)],
  topics: [someTopic(1)],
  filedFrom: [mandera, kenya],
  picture: {
    alt: 'Rain',
    caption: '',
    credit: '',
    sizes: [480, 1600].map((width) => ({ src: `/media/${width}.webp`, width, height: width / 2, mime: 'image/webp' })),
  },
  people: [{ person: governor, roles: governor.roles }],
  places: [[mandera, kenya]],
};
const page = { settings: someSettings(), origin: 'https://courier.example', comments: 3 };

test('where it was written is told apart from where it plays, and addresses are whole', () => {
  expect(newsArticle(story, page)).toMatchObject({
    '@type': 'NewsArticle',
    mainEntityOfPage: 'https://courier.example/articles/article-1/',
    dateline: 'Mandera, Kenya, February 4, 2026',
    locationCreated: {
      name: 'Mandera',
      url: 'https://courier.example/places/mandera/',
      containedInPlace: { '@type': 'Country' },
    },
    contentLocation: [{ name: 'Mandera' }],
    author: [{ '@type': 'Person', url: 'https://courier.example/people/person-1/' }],
    publisher: { '@type': 'NewsMediaOrganization', publishingPrinciples: 'https://courier.example/policies/' },
    correction: [{ '@type': 'CorrectionComment', text: 'It was hail.' }],
    commentCount: 3,
  });
});

test('the widest image comes first', () => {
  expect(newsArticle(story, page).image).toMatchObject([
    { width: 1600, url: 'https://courier.example/media/1600.webp' },
    { width: 480 },
  ]);
});

test('a person has the role that they held, with its days', () => {
  expect(newsArticle(story, page).mentions).toMatchObject([
    {
      name: 'Asha',
      honorificPrefix: 'Dr',
      memberOf: [{ roleName: 'Governor', startDate: '2022-08-09', memberOf: { name: 'County' } }],
    },
    { name: 'Mandera' },
  ]);
});

test('what is not known is left out', () => {
  const bare = newsArticle({ ...story, picture: undefined, filedFrom: [], places: [], people: [], topics: [] }, page);
  expect(Object.keys(bare)).not.toContain('image');
  expect(Object.keys(bare)).not.toContain('locationCreated');
  expect(bare.dateline).toBe('February 4, 2026');
});

test('no text ends the script that holds it', () => {
  const json = scriptJson(newsArticle(story, page));
  expect(json).not.toContain('<');
  expect(JSON.parse(json).headline).toBe('It </script><b>rained</b>');
});
