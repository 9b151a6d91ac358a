import { commentModes, type CommentMode } from '@dateline/shared/article';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { refuse } from '../../access/staff-request.ts';
import { settingsGlobal } from '../../collections/slugs.ts';
import { emitDocument } from '../../hooks/emit.ts';
import { lockedRow } from '../../hooks/locked-row.ts';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { writeLog } from '../write-log.ts';

/** What a moderator makes of one thread. */
export const threadAct = z.object({
  mode: z.enum(commentModes, 'Say whether the thread is open, held or closed.'),
});

/** What a moderator makes of all threads at once. */
export const allThreadsAct = z.object({ closed: z.boolean('Say whether every thread is closed.') });

/**
 * Opens, holds or closes one thread, tells the site and logs it, in one transaction. The article's draft says the same from
 * then on, and nothing else of it is published.
 */
export async function setThreadMode(req: PayloadRequest, article: string, mode: CommentMode): Promise<void> {
  await inTransaction(req.payload, async (inner) => {
    inner.user = req.user;
    const row = await lockedRow(inner, 'articles', article);
    if (!row) throw refuse('There is no such article any more.', 404);
    const handle = await transactionHandle(inner);
    await handle.execute(sql`
      update _articles_v set version_comments = ${mode} where parent_id = ${article} and latest`);
    if (row.comments === mode) return;
    await handle.execute(sql`update articles set comments = ${mode} where id = ${article}`);
    await writeLog(inner, { act: 'thread', article, before: String(row.comments), after: mode });
    await emitDocument(inner, 'articles', article);
  });
}

/** Closes every thread, or takes that back; the settings' own hooks tell the site and log it, in the same transaction. */
export async function closeAllThreads(req: PayloadRequest, closed: boolean): Promise<void> {
  await inTransaction(req.payload, async (inner) => {
    inner.user = req.user;
    const data = { moderation: { closeAll: closed } } as never;
    await inner.payload.updateGlobal({ slug: settingsGlobal, data, depth: 0, req: inner });
  });
}
