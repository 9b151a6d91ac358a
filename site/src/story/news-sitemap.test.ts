import { expect, test } from 'vitest';
import { newsLanguage, writeNewsSitemap } from './news-sitemap.ts';

const story = {
  slug: 'mbarara-ñandú',
  headline: 'Rain & hail <again>',
  language: 'en-GB',
  publishedAt: '2026-02-04T06:05:00.000Z',
};

test('a story carries all that the rules require, escaped', () => {
  expect(writeNewsSitemap([story], 'Dawn & Dusk', 'https://courier.example').split('\n')[2]).toBe(
    '<url><loc>https://courier.example/articles/mbarara-%C3%B1and%C3%BA/</loc>' +
      '<news:news><news:publication><news:name>Dawn &amp; Dusk</news:name><news:language>en</news:language></news:publication>' +
      '<news:publication_date>2026-02-04T06:05:00.000Z</news:publication_date>' +
      '<news:title>Rain &amp; hail &lt;again&gt;</news:title></news:news></url>',
  );
});

test('where nothing is news there is an empty file', () => {
  expect(writeNewsSitemap([], 'The Courier', 'https://courier.example')).toMatch(/<urlset [^>]*>\n<\/urlset>\n$/);
});

test.each([
  ['sw', 'sw'],
  ['en-KE', 'en'],
  ['zh', 'zh-cn'],
  ['zh-HK', 'zh-tw'],
  ['zh-Hans', 'zh-cn'],
])('the language of %s is %s', (tag, language) => {
  expect(newsLanguage(tag)).toBe(language);
});
