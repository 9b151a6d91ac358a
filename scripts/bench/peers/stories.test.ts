import { expect, test } from 'vitest';
import { archiveOf } from '../archive/archive.ts';
import { peerStories } from './stories.ts';

const archive = archiveOf({ size: 60, seed: 1, until: new Date('2026-11-20T09:00:00.000Z') });
const stories = [...peerStories(archive)];

test('peers get every story, oldest first, with its comments', () => {
  expect(stories.map(({ story }) => story.id)).toEqual(
    Array.from({ length: 60 }, (_, index) => archive.newest(59 - index).id),
  );
  const comments = [...archive.documents()].filter(({ kind }) => kind === 'comment');
  expect(comments.length).toBeGreaterThan(0);
  expect(stories.flatMap((story) => story.comments)).toHaveLength(comments.length);
});

test('their bodies link to whom and what they mention', () => {
  for (const { body, people, places } of stories) {
    expect(body).not.toContain('<dl-');
    expect(people.every((slug) => body.includes(`<a href="/people/${slug}/">`))).toBe(true);
    expect(places.every((slug) => body.includes(`<a href="/places/${slug}/">`))).toBe(true);
  }
});

test('what is related to a story is older, and on its first topic', () => {
  for (const { story, related } of stories) {
    for (const each of related) {
      expect(each.publishedAt < story.publishedAt).toBe(true);
      expect(each.topics).toContain(story.topics[0]);
    }
  }
  expect(Math.max(...stories.map(({ related }) => related.length))).toBe(3);
});
