import { expect } from 'vitest';
import type { Role } from '../../cms/src/access/roles.ts';
import type { ListedSchedule } from '../../cms/src/admin/schedule-line.ts';
import { runDueSchedules } from '../../cms/src/schedule/run-due.ts';
import { scheduleChannel } from '../../cms/src/schedule/schedule.ts';
import { query } from '../support/database.ts';
import type { Desk } from './desk.ts';

/** An instant some minutes from now. */
export const soon = (minutes = 10) => new Date(Date.now() + minutes * 60_000).toISOString();

/** Scheduling at a desk, as its screens do it. */
export const scheduling = (desk: Desk) => ({
  make: async (
    document: string,
    action: 'publish' | 'unpublish',
    at: string,
    role: Role | null = 'editor',
    collection = 'articles',
  ) => {
    const { status, body } = await desk.as(role, 'POST', '/newsroom/schedules', { collection, document, action, at });
    const [error] = (body as { errors?: { message: string }[] } | null)?.errors ?? [];
    return { status, message: error?.message };
  },
  /** What all of the staff see of a document's schedules. */
  of: async (document: string): Promise<ListedSchedule[]> => {
    const { status, body } = await desk.as('moderator', 'GET', `/newsroom/schedules?document=${document}`);
    expect(status).toBe(200);
    return (body as unknown as { schedules: ListedSchedule[] }).schedules;
  },
  /** Lets the time pass until so many seconds before a document's schedules are due; by default until after it. */
  fallDue: async (
    document: string,
    { action, seconds = -1 }: { action?: 'publish' | 'unpublish'; seconds?: number } = {},
  ) => {
    const [row] = await query<{ at: Date }>(
      desk.database,
      `update payload_jobs set wait_until = now() + $3 * interval '1 second'
       where input ->> 'document' = $1 and ($2::text is null or input ->> 'action' = $2) returning wait_until as at`,
      [document, action ?? null, seconds],
    );
    await query(desk.database, `notify ${scheduleChannel}`);
    return row?.at;
  },
  draft: (more: object = {}) => desk.create('articles', desk.story(more), { draft: true }),
  opsOf: async (document: string) => (await desk.outboxOf(document)).map(({ op }) => op),
  run: () => runDueSchedules(desk.payload),
});
