import { expect, test } from 'vitest';
import { scheduleLine, type ListedSchedule } from './schedule-line.ts';

const schedule: ListedSchedule = {
  id: '0198c000-0000-7000-8000-000000000001',
  collection: 'articles',
  document: '0198c000-0000-7000-8000-000000000002',
  action: 'publish',
  at: '2026-02-04T09:00:00.000Z',
  title: 'A ferry may run',
  by: 'Amani',
  failure: null,
};
const line = (more: Partial<ListedSchedule>) => scheduleLine({ ...schedule, ...more }, 'Africa/Nairobi');

test('what is to come says when, in the newsroom’s time, and who answers for it', () => {
  expect(line({})).toEqual({ tone: 'busy', word: 'Scheduled for 4 Feb 2026, 12:00 EAT', detail: 'by Amani' });
  expect(line({ action: 'unpublish', by: null })).toMatchObject({
    word: 'Comes down on 4 Feb 2026, 12:00 EAT',
    detail: '',
  });
});

test('what failed says why', () => {
  expect(line({ failure: 'Body: Write the story before you publish it.' })).toEqual({
    tone: 'bad',
    word: 'Scheduled publish failed',
    detail: 'Body: Write the story before you publish it. Due on 4 Feb 2026, 12:00 EAT, by Amani.',
  });
  expect(line({ failure: '', by: null }).detail).toBe('Due on 4 Feb 2026, 12:00 EAT.');
});
