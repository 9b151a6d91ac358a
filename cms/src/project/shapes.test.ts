import { shapes } from '@dateline/shared/feed';
import { expect, test } from 'vitest';
import { projectArticle } from './article.ts';
import { projectComment } from './comment.ts';
import { projectMedia } from './media.ts';
import { projectPerson } from './person.ts';
import { projectPlace } from './place.ts';
import { projectSettings } from './settings.ts';
import { projectTopic } from './topic.ts';

const id = '01a207b1-4514-759e-8850-71a0387c59f1';
const other = '01a207b1-4514-759e-8850-71a0387c59f2';
const body = {
  root: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Five words, it’s well-kept now.' }] }],
  },
};

test('an article fits the contract', () => {
  const row = {
    id,
    slug: 'a-story',
    formerSlugs: null,
    headline: ' A story ',
    standfirst: 'In short',
    kindOfWork: 'news',
    language: 'en-KE',
    dateline: { place: { id: other }, date: '2026-02-04T12:00:00.000Z' },
    publishedAt: '2026-02-04T09:00:00.000Z',
    modifiedAt: null,
    authors: [other, { id: other }],
    topics: [],
    leadImage: null,
    body,
    corrections: [{ id: 'x', at: '2026-02-05T09:00:00.000+03:00', text: 'It was Tuesday.' }],
    comments: 'open',
    _status: 'published',
  };
  expect(shapes.article.parse(projectArticle(row, () => ''))).toMatchObject({
    headline: 'A story',
    dateline: { place: other, date: '2026-02-04' },
    modifiedAt: '2026-02-04T09:00:00.000Z',
    authors: [other],
    words: 5,
    corrections: [{ at: '2026-02-05T06:00:00.000Z', text: 'It was Tuesday.' }],
  });
});

test('a person, a place and a topic with hardly anything fit the contract', () => {
  const roles = [{ id: 'x', title: 'Governor', organisation: '', from: '2020-01-01', to: null }];
  expect(shapes.person.parse(projectPerson({ id, slug: 'x', name: 'X', roles }))).toMatchObject({
    honorific: null,
    roles: [{ title: 'Governor', organisation: null, from: '2020-01-01', to: null }],
  });
  expect(shapes.place.parse(projectPlace({ id, slug: 'x', name: 'X', kind: 'town' }))).toMatchObject({
    parent: null,
    aliases: [],
  });
  expect(shapes.topic.parse(projectTopic({ id, slug: 'x', name: 'X' }))).toMatchObject({ description: '' });
});

test('an image has each width once, the widest last', () => {
  const size = (width: number) => ({ filename: `x-${width}.webp`, width, height: 10, mimeType: 'image/webp' });
  const row = {
    id,
    alt: 'A lake',
    revision: 'r',
    sizes: { large: size(700), medium: size(700), small: size(480), none: { filename: null } },
  };
  const { sizes } = shapes.media.parse(projectMedia(row));
  expect(sizes.map(({ width }) => width)).toEqual([480, 700]);
});

test('a comment that was taken down keeps its place and nothing of its text', () => {
  const row = {
    id,
    article: other,
    authorName: 'R',
    body: 'Text',
    createdAt: '2026-02-04T09:00:00.000Z',
    status: 'refused',
    recommendations: 3,
    pinned: true,
    authorStaff: true,
    parent: other,
    root: other,
  };
  expect(shapes.comment.parse(projectComment(row, 'https://news.example.org'))).toEqual({
    id,
    article: other,
    parent: other,
    root: other,
    author: '',
    html: '',
    at: row.createdAt,
    written: row.createdAt,
    edited: null,
    removed: true,
    waiting: false,
    recommendations: 0,
    pinned: false,
    pick: false,
    staff: false,
    person: null,
  });
});

test('a comment says when it was written, and one that waits again that it may come back', () => {
  const row = { id, article: other, authorName: 'R', body: 'Text', createdAt: '2026-02-04T09:00:00.000Z' };
  const publishedAt = '2026-02-05T09:00:00.000Z';
  const project = (more: object) =>
    shapes.comment.parse(projectComment({ ...row, publishedAt, ...more }, 'https://news.example.org'));
  expect(project({ status: 'published' })).toMatchObject({ at: publishedAt, written: row.createdAt, waiting: false });
  expect(project({ status: 'held' })).toMatchObject({ removed: true, waiting: true, html: '' });
  expect(project({ status: 'removed' })).toMatchObject({ removed: true, waiting: false });
});

test('settings have the site’s own language first, and fit the contract before anybody filled them in', () => {
  expect(shapes.settings.parse(projectSettings({}))).toMatchObject({
    name: 'Newsroom',
    language: 'en',
    languages: ['en'],
    timeZone: 'UTC',
  });
  expect(projectSettings({ language: 'sw', languages: ['en', 'sw'] }).languages).toEqual(['sw', 'en']);
});
