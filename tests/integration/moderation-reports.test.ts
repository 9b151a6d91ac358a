import { beforeEach, expect, test } from 'vitest';
import type { CommentStatus, Decided, QueueItem } from '../../cms/src/moderation/desk/shapes.ts';
import { query } from '../support/database.ts';
import { openModeration } from './moderation-desk.ts';

const { desk, comment, report, ask, queue, statuses, undo } = await openModeration();
beforeEach(() => query(desk.database, 'delete from comments'));

/** Decides what the queue showed, as the queue showed it. */
const decideShown = async ({ id, status, edited, reported }: QueueItem, to: CommentStatus) =>
  (await ask<Decided>('/decisions', { comments: [{ id, from: status, edited, reported }], to })).body;

async function shown(id: string): Promise<QueueItem> {
  const { asked } = await queue('held', [id]);
  const [item] = asked;
  if (!item) throw new Error('The queue does not know the comment.');
  return item;
}

const reported = async () => {
  const { items, counters } = await queue('reported');
  expect(counters.reported).toBe(items.length);
  return items.map(({ id, reports }) => [id, reports]);
};

test('a report that came after the queue was shown is not answered by what is decided from it', async () => {
  const id = await comment({ status: 'published' });
  await report(id, 'Rude');
  const before = await shown(id);
  await report(id, 'A threat');
  expect(await decideShown(before, 'published')).toMatchObject({ decided: [id] });
  expect(await reported()).toEqual([[id, 2]]);
  const after = await shown(id);
  expect(after.reported).not.toBe(before.reported);
  expect(await decideShown(after, 'published')).toMatchObject({ decided: [id] });
  expect(await reported()).toEqual([]);
});

test('the first report of what was shown without one stays, too', async () => {
  const id = await comment({ status: 'published' });
  const before = await shown(id);
  expect(before).toMatchObject({ reports: 0, reported: null });
  await report(id);
  await decideShown(before, 'published');
  expect(await reported()).toEqual([[id, 1]]);
});

test('what was approved, reported and held again meanwhile is reported still when it is approved as it was shown', async () => {
  const id = await comment({ status: 'held' });
  const before = await shown(id);
  await decideShown(before, 'published');
  await report(id, 'A threat');
  await desk.update('comments', id, { status: 'held', heldFor: 'reports' });
  await decideShown(before, 'published');
  expect(await statuses(id)).toEqual(['published']);
  expect(await reported()).toEqual([[id, 1]]);
});

test('what is taken down is reported no longer, whenever its reports came', async () => {
  const id = await comment({ status: 'published' });
  await report(id);
  const before = await shown(id);
  await report(id);
  await decideShown(before, 'refused');
  expect(await statuses(id)).toEqual(['removed']);
  expect(await reported()).toEqual([]);
});

test('a decision that is taken back answers none', async () => {
  const id = await comment({ status: 'published' });
  await report(id);
  const before = await shown(id);
  await report(id);
  const { batch } = await decideShown(before, 'published');
  await undo(batch);
  expect(await reported()).toEqual([[id, 2]]);
  await decideShown(await shown(id), 'published');
  expect(await reported()).toEqual([]);
});
