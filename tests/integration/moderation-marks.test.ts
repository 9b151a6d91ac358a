import { beforeEach, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openModeration } from './moderation-desk.ts';

const { desk, comment, decide, undo } = await openModeration();
beforeEach(() => query(desk.database, 'delete from comments'));

const marksOf = async (...ids: string[]) => {
  const rows = await query<{ id: string; status: string; pinned: boolean; pick: boolean }>(
    desk.database,
    'select id, status, pinned, pick from comments where id = any($1)',
    [ids],
  );
  return ids.map((id) => {
    const { status, pinned, pick } = rows.find((row) => row.id === id)!;
    return [status, pinned && 'pinned', pick && 'pick'].filter(Boolean).join(' ');
  });
};
const marked = async (marks: object) => {
  const id = await comment({ status: 'published' });
  await desk.update('comments', id, marks);
  return id;
};

describe('to take back what was decided', () => {
  test('gives back what it was pinned and picked as, as the log says', async () => {
    const both = await marked({ pinned: true, pick: true });
    const picked = await marked({ pick: true });
    const plain = await comment({ status: 'published' });
    const all = [both, picked, plain];
    const { batch } = await decide(all, 'published', 'removed');
    expect(await marksOf(...all)).toEqual(['removed', 'removed', 'removed']);
    expect((await undo(batch)).decided.toSorted()).toEqual(all.toSorted());
    expect(await marksOf(...all)).toEqual(['published pinned pick', 'published pick', 'published']);
    const log = await query<{ act: string; by: string | null }>(
      desk.database,
      'select act, staff_name as by from moderation_log where comment = $1 order by id desc limit 3',
      [both],
    );
    expect(log.toSorted((one, other) => one.act.localeCompare(other.act))).toEqual([
      { act: 'decide', by: 'moderator' },
      { act: 'pick', by: 'moderator' },
      { act: 'pin', by: 'moderator' },
    ]);
  });

  test('leaves pinned what was pinned since', async () => {
    const first = await marked({ pinned: true, pick: true });
    const { batch } = await decide([first], 'published', 'removed');
    const second = await marked({ pinned: true });
    await undo(batch);
    expect(await marksOf(first, second)).toEqual(['published pick', 'published pinned']);
  });

  test('gives no mark back that was taken before', async () => {
    const id = await marked({ pinned: true, pick: true });
    await desk.update('comments', id, { pinned: false, pick: false });
    const { batch } = await decide([id], 'published', 'removed');
    await undo(batch);
    expect(await marksOf(id)).toEqual(['published']);
  });
});
