import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { policyNow } from './policy-now.ts';

/** Whether so many readers are enough for a comment to wait again. */
export const isReportedEnough = (readers: number, { reports }: { reports: number }) =>
  reports > 0 && readers >= reports;

/** Takes a published comment back into the queue, where enough readers reported it since the desk last decided on it. */
export async function holdIfReported(req: PayloadRequest, comment: string): Promise<void> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ readers: number; settingsAt: string | Date | null }>(sql`
    select count(*)::int as readers,
      (select updated_at from newsroom_settings order by created_at limit 1) as "settingsAt"
    from comment_reports report join comments on comments.id = report.comment_id
    where comments.id = ${comment} and report.created_at > coalesce(comments.decided_at, '-infinity')`);
  const { readers = 0, settingsAt = null } = rows[0] ?? {};
  const policy = await policyNow(req.payload, settingsAt === null ? null : new Date(settingsAt));
  if (!isReportedEnough(readers, policy)) return;
  const data = { status: 'held', heldFor: 'reports' } as never;
  await req.payload.update({ collection: 'comments', id: comment, data, depth: 0, req });
}
