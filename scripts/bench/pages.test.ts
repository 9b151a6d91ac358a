import { expect, test } from 'vitest';
import { archiveOf } from './archive/archive.ts';
import { fileAt, listsOf } from './pages.ts';

test('a new article is on the lists of its month and of all that it names, each once', () => {
  const archive = archiveOf({ size: 10, seed: 1, until: new Date('2026-11-20T09:00:00.000Z') });
  const { people, places, topics } = archive.world;
  const story = archive.fresh(1);
  const lists = listsOf(archive.world)(story);
  expect(lists).toEqual(
    expect.arrayContaining(['/', '/feed.xml', '/archive/2026/11/', '/sitemaps/articles-2026-11.xml']),
  );
  const named = [...people, ...places, ...topics].filter(({ id }) =>
    [...story.authors, ...story.topics, ...story.mentions.people, ...story.mentions.places].includes(id),
  );
  expect(named).toHaveLength(13);
  for (const { slug } of named) expect(lists.filter((path) => path.endsWith(`/${slug}/`))).toHaveLength(1);
  expect(lists).toHaveLength(4 + 13);
});

test('a path that ends with a slash is a folder', () => {
  expect(fileAt('/public', '/')).toBe('/public/index.html');
  expect(fileAt('/public', '/people/a/')).toBe('/public/people/a/index.html');
  expect(fileAt('/public', '/feed.xml')).toBe('/public/feed.xml');
});
