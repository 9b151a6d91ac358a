import { expect, test } from 'vitest';
import type { LogEntryShown } from '../../moderation/desk/shapes.ts';
import { sayBy, sayEntry } from './say-log.ts';

const line = (act: string, before: string | null, after: string | null, more = {}): LogEntryShown => ({
  id: '1',
  at: '2026-02-04T10:00:00.000Z',
  by: 'Desk',
  act,
  before,
  after,
  reason: null,
  comment: null,
  article: null,
  reader: null,
  subject: null,
  ...more,
});

test.each([
  [line('decide', 'held', 'published'), 'Comment: held → published'],
  [line('decide', 'published', 'published'), 'Comment left published'],
  [line('settings', 'links: 2', 'links: 5'), 'Settings: links: 2 → links: 5'],
  [line('settings', 'words', 'words'), 'Settings: words'],
  [line('thread', 'open', 'closed'), 'Thread: open → closed'],
  [line('ban', null, '*@example.org'), 'Banned: *@example.org'],
  [line('mark', null, 'people:1 held', { subject: 'Amani' }), 'Marked: Amani, held'],
  [line('mark', 'people:1 held', 'people:1 closed', { subject: 'Amani' }), 'Marked: Amani, held → closed'],
  [line('unmark', 'places:1 held', null), 'Mark taken away: somebody or some place that is gone, held'],
  [line('export', null, 'addresses'), 'Comments exported, with readers’ addresses'],
  [line('erase', null, null), 'Reader deleted'],
])('a line is a sentence: %#', (entry, sentence) => expect(sayEntry(entry)).toBe(sentence));

test('whoever did it is named', () => {
  expect(sayBy(line('note', null, null))).toBe('Desk');
  expect(sayBy(line('note', null, null, { by: '' }))).toBe('Somebody');
  expect(sayBy(line('decide', null, null, { by: null }))).toBe('By the rules');
  expect(sayBy(line('edit', null, null, { by: null }))).toBe('The reader');
  expect(sayBy(line('export', null, null, { by: null }))).toBe('By the command');
});
