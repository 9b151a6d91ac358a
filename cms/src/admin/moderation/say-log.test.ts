import { expect, test } from 'vitest';
import type { LogEntryShown } from '../../moderation/desk/shapes.ts';
import { sayBy, sayEntry, sayLine } from './say-log.ts';

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

const words = {
  settings: {
    links: { label: 'Links that a comment may have', values: {} },
    closeAll: { label: 'Every thread is closed', values: { true: 'on', false: 'off' } },
    words: { label: 'Lists of words', values: {} },
  },
  policy: { newReaders: { label: 'New readers', values: { hold: 'wait', publish: 'need not wait' } } },
  write: (instant: string) => `the day of ${instant.slice(0, 10)}`,
};

test.each([
  [line('decide', 'held', 'published'), 'Comment: from held to published'],
  [line('decide', 'published', 'published'), 'Comment: left published'],
  [line('settings', 'links: 2', 'links: 5'), 'Settings: “Links that a comment may have” from 2 to 5'],
  [line('settings', 'links: none', 'links: 5'), 'Settings: “Links that a comment may have” from nothing to 5'],
  [line('settings', 'closeAll: false', 'closeAll: true'), 'Settings: “Every thread is closed” from off to on'],
  [line('settings', 'words', 'words'), 'Settings: “Lists of words” changed'],
  [line('settings', 'ofOldOnly: a: b', 'ofOldOnly: c'), 'Settings: “Of old only” from a: b to c'],
  [
    line('policy', 'newReaders: none', 'newReaders: hold'),
    'The article’s rules: “New readers” from “as in the settings” to wait',
  ],
  [line('thread', 'open', 'closed'), 'Thread: from open to closed'],
  [line('ban', null, '*@example.org'), 'Banned: *@example.org'],
  [
    line('ban', '*@example.org', '*@example.org until 2027-01-02T03:04:05.000Z'),
    'Ban changed: from *@example.org to *@example.org until the day of 2027-01-02',
  ],
  [line('suspend', 'active', '2027-01-02T03:04:05.000Z'), 'Suspended until the day of 2027-01-02'],
  [line('mark', null, 'people:1 held', { subject: 'Amani' }), 'Marked: Amani, held'],
  [line('mark', 'people:1 held', 'people:1 closed', { subject: 'Amani' }), 'Marked: Amani, from held to closed'],
  [line('unmark', 'places:1 held', null), 'Mark taken away: somebody or some place that is gone, held'],
  [line('export', null, 'addresses'), 'Comments exported, with readers’ addresses'],
  [line('erase', null, null), 'Reader deleted'],
])('a line is a sentence: %#', (entry, sentence) => expect(sayEntry(entry, words)).toBe(sentence));

test('beside a comment, a decision is said in short', () => {
  expect(sayLine(line('decide', 'held', 'published'))).toBe('From held to published');
  expect(sayLine(line('decide', 'held', 'held'))).toBe('Left held');
});

test('whoever did it is named', () => {
  expect(sayBy(line('note', null, null))).toBe('Desk');
  expect(sayBy(line('note', null, null, { by: '' }))).toBe('Somebody');
  expect(sayBy(line('decide', null, null, { by: null }))).toBe('By the rules');
  expect(sayBy(line('edit', null, null, { by: null }))).toBe('The reader');
  expect(sayBy(line('export', null, null, { by: null }))).toBe('By the command');
});
