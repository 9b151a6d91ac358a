import type { Payload } from 'payload';
import { readAlerts } from './read-alerts.ts';
import { readCounters } from './read-counters.ts';
import { holdReasons, type HoldReason } from '../verdict.ts';
import type { Queue, QueueItem, QueueView } from './shapes.ts';

const most = 50;

const reportsOf = '(select count(*) from comment_reports where comment_id = comment.id)::int';

/** What stands in a view. Who waits longest comes first; what was written lately comes last first. */
const views: Record<QueueView, string> = {
  held: `where comment.status = 'held' order by comment.created_at, comment.id`,
  reported: `where comment.status in ('published', 'held') and exists (
      select 1 from comment_reports report
      where report.comment_id = comment.id and report.created_at > coalesce(comment.decided_at, '-infinity')
    ) order by reports desc, comment.created_at, comment.id`,
  recent: `order by comment.created_at desc, comment.id desc`,
};

const sentenceOf = (reason: string | null) =>
  reason !== null && Object.hasOwn(holdReasons, reason) ? holdReasons[reason as HoldReason] : null;

const found = `
  select comment.id, comment.body, comment.author_name as author, comment.status, comment.held_for as "heldFor",
    comment.created_at as at, comment.edited_at as edited, comment.article_id as "articleId", article.headline,
    comment.reader_id as reader, comment.root_id as root, coalesce(comment.pinned, false) as pinned,
    coalesce(comment.pick, false) as pick, ${reportsOf} as reports
  from comments comment join articles article on article.id = comment.article_id`;

type Found = Omit<QueueItem, 'article' | 'at' | 'edited'> & {
  at: Date;
  edited: Date | null;
  articleId: string;
  headline: string | null;
};

/**
 * @param asked.ids Of comments to be told of as well.
 * @param asked.seesReaders Whether whoever asks may see who readers are.
 */
export async function readQueue(
  { db: { pool } }: Payload,
  { view, ids, seesReaders }: { view: QueueView; ids: readonly string[]; seesReaders: boolean },
): Promise<Queue> {
  const [inView, byId, counters, alerts] = await Promise.all([
    pool.query<Found>(`${found} ${views[view]} limit ${most}`),
    pool.query<Found>(`${found} where comment.id = any($1)`, [ids]),
    readCounters(pool),
    readAlerts(pool),
  ]);
  const item = ({ articleId, headline, at, edited, ...row }: Found): QueueItem => ({
    ...row,
    at: at.toISOString(),
    edited: edited?.toISOString() ?? null,
    heldFor: row.status === 'held' ? sentenceOf(row.heldFor) : null,
    reader: seesReaders ? row.reader : null,
    article: { id: articleId, headline: headline ?? '' },
  });
  return { items: inView.rows.map(item), asked: byId.rows.map(item), counters, alerts };
}
