import { routes } from '@dateline/shared/routes';
import { expect, test } from 'vitest';
import { pathOf } from './find-comment.ts';

const first = { article: 'article', root: null, conversations: 100, older: 0, repliesBefore: 0 };

test.each([
  ['the oldest conversation', first, routes.comments('article', 1)],
  ['the last of the first page', { ...first, older: 29 }, routes.comments('article', 1)],
  ['one of the second page', { ...first, older: 30 }, routes.comments('article', 2)],
  ['one of the newest', { ...first, older: 60 }, routes.article('slug')],
  ['any of a short thread', { ...first, conversations: 59 }, routes.article('slug')],
  ['one of the first replies', { ...first, root: 'root', repliesBefore: 49 }, routes.comments('article', 1)],
  ['a later reply', { ...first, root: 'root', repliesBefore: 50 }, routes.comments('root', 2)],
])('%s is found', (_, place, path) => expect(pathOf(place, 'slug')).toBe(path));
