import { expect, test } from 'vitest';
import { contentTypeOf, isText } from './content-types.ts';

test.each([
  ['/articles/rain/index.html', 'text/html; charset=utf-8'],
  ['/_astro/page.abc.css', 'text/css; charset=utf-8'],
  ['/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/media/0f.webp', 'image/webp'],
  ['/topics/rss.xml/file', 'application/octet-stream'],
])('%s is sent as %s', (file, type) => expect(contentTypeOf(file)).toBe(type));

test('pages, feeds and styles are text; images, fonts and files without an ending are not', () => {
  const texts = ['index.html', 'feed.xml', 'feed.json', 'robots.txt', 'icon.svg', 'a.css', 'a.js', 'site.webmanifest'];
  expect(texts.filter((file) => !isText(file))).toEqual([]);
  expect(['a.webp', 'a.woff2', '_redirects', '_headers', 'index.html.br'].filter(isText)).toEqual([]);
});
