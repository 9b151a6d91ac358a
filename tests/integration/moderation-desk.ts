import { randomUUID } from 'node:crypto';
import type { Role } from '../../cms/src/access/roles.ts';
import type { Decided, Queue } from '../../cms/src/moderation/desk/shapes.ts';
import { query } from '../support/database.ts';
import { openDesk } from './desk.ts';

/** A desk with a published article, and readers' comments on it. */
export async function openModeration() {
  const desk = await openDesk();
  const { id: article } = await desk.create('articles', desk.story({ _status: 'published' }));

  const reader = async (more: object = {}) => {
    const data = { email: `${randomUUID()}@example.org`, name: 'Njeri Kamau', status: 'active', ...more };
    return (await desk.create('readers', data)).id;
  };
  const comment = async (more: object = {}) => {
    const body = `What I think: ${randomUUID()}`;
    const data = { article, authorName: 'Njeri Kamau', body, key: randomUUID(), status: 'held', ...more };
    return (await desk.create('comments', data)).id;
  };
  const ask = async <Answer>(path: string, body?: object, role: Role | null = 'moderator') => {
    const answer = await desk.as(role, body ? 'POST' : 'GET', `/newsroom/moderation${path}`, body);
    return { status: answer.status, body: answer.body as unknown as Answer };
  };
  const queue = async (view: string, ids: string[] = []) =>
    (await ask<Queue>(`/queue?view=${view}&ids=${ids.join(',')}`)).body;
  return {
    desk,
    article,
    reader,
    comment,
    ask,
    report: async (id: string, reason = '') =>
      query(desk.database, 'insert into comment_reports (comment_id, reader_id, reason) values ($1, $2, $3)', [
        id,
        await reader(),
        reason,
      ]),
    queue,
    /** The ids of the comments that are reported. */
    reported: async () => (await queue('reported')).items.map(({ id }) => id),
    /** What is kept of the decision on a comment. */
    stored: async (id: string) =>
      (
        await query<{ decided_at: Date | null; refusal_reason: string | null }>(
          desk.database,
          'select decided_at, refusal_reason from comments where id = $1',
          [id],
        )
      )[0],
    /** Decides comments that were never changed. */
    decide: async (ids: string[], from: string, to: string, reason = '', role: Role = 'moderator') => {
      const comments = ids.map((id) => ({ id, from, edited: null }));
      return (await ask<Decided>('/decisions', { comments, to, reason }, role)).body;
    },
    undo: async (batch: string | null, role: Role = 'moderator') =>
      (await ask<Decided>(`/decisions/${batch}/undo`, {}, role)).body,
    statuses: async (...ids: string[]) => {
      const rows = await query<{ id: string; status: string }>(
        desk.database,
        'select id, status from comments where id = any($1)',
        [ids],
      );
      return ids.map((id) => rows.find((row) => row.id === id)?.status);
    },
  };
}

/** Comments on an article, so many minutes ago. */
export const writeComments = (database: string, article: string, count: number, minutesAgo = 1) =>
  query(
    database,
    `insert into comments (id, article_id, author_name, body, status, key, created_at, updated_at)
     select gen_random_uuid(), $1, 'Reader', 'Well.', 'held', gen_random_uuid(), now() - $3 * interval '1 minute', now()
     from generate_series(1, $2)`,
    [article, count, minutesAgo],
  );
