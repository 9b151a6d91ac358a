import type { Payload } from 'payload';
import { holdReasons, type HoldReason } from '../verdict.ts';
import { readAlerts } from './read-alerts.ts';
import { readCounters } from './read-counters.ts';
import { sayPlace } from './queue-place.ts';
import type { Question } from './queue-question.ts';
import { readFilters } from './read-filters.ts';
import type { Queue, QueueItem, QueueView } from './shapes.ts';

interface View {
  from: string;
  where: string;
  order: string;
  /** What stands behind a place, of which each part that is named becomes a value of the statement. */
  behind: (place: { reports: () => string; at: () => string; id: () => string }) => string;
}

const reported = `(
  select comment_id, count(*)::int as reports, max(created_at) as last from comment_reports group by comment_id
) report join comments comment on comment.id = report.comment_id`;

/** What stands in a view. Who waits longest comes first; what was written lately comes last first. */
const views: Record<QueueView, View> = {
  held: {
    from: 'comments comment',
    where: `comment.status = 'held'`,
    order: 'created_at, id',
    behind: ({ at, id }) => `(comment.created_at, comment.id) > (${at()}, ${id()})`,
  },
  reported: {
    from: reported,
    where: `comment.status in ('published', 'held') and report.last > coalesce(comment.decided_at, '-infinity')`,
    order: 'reports desc, created_at, id',
    behind: ({ reports, at, id }) =>
      `(-report.reports, comment.created_at, comment.id) > (-${reports()}, ${at()}, ${id()})`,
  },
  recent: {
    from: 'comments comment',
    where: 'true',
    order: 'created_at desc, id desc',
    behind: ({ at, id }) => `(comment.created_at, comment.id) < (${at()}, ${id()})`,
  },
};

const filters = {
  article: (value: string) => `comment.article_id = ${value}`,
  person: (value: string) =>
    `comment.article_id in (select parent_id from articles_rels where path = 'mentionedPeople' and people_id = ${value})`,
  reader: (value: string) => `comment.reader_id = ${value}`,
  comment: (value: string) => `comment.id = ${value}`,
  reason: (value: string) => `comment.status = 'held' and comment.held_for = ${value}`,
};

const found = (from: string) => `
  select comment.id, comment.body, comment.author_name as author, comment.status, comment.held_for as "heldFor",
    comment.created_at as at, comment.edited_at as edited, comment.article_id as "articleId", article.headline,
    comment.reader_id as reader, comment.root_id as root, answered.author_name as answers,
    coalesce(comment.pinned, false) as pinned, coalesce(comment.pick, false) as pick,
    report.reports, report.reported
  from ${from} join articles article on article.id = comment.article_id
    left join comments answered on answered.id = comment.parent_id
    cross join lateral (
      select count(*)::int as reports, max(created_at) as reported from comment_reports where comment_id = comment.id
    ) report`;

type Found = Omit<QueueItem, 'article' | 'at' | 'edited' | 'reported'> & {
  at: Date;
  edited: Date | null;
  reported: Date | null;
  articleId: string;
  headline: string | null;
};

/** The page is found first, by an index where there is one, and what belongs to its comments only then. */
function statement(question: Question): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const { from, where, order, behind } = views[question.view];
  const all = [where];
  for (const name of ['article', 'person', 'reader', 'comment'] as const) {
    const wanted = question[name];
    if (wanted) all.push(filters[name](bind(wanted, 'uuid')));
  }
  if (question.reason) all.push(filters.reason(bind(question.reason, 'text')));
  if (question.after) {
    const { reports, at, id } = question.after;
    all.push(
      behind({
        reports: () => bind(reports, 'int'),
        at: () => bind(at, 'timestamptz'),
        id: () => bind(id, 'uuid'),
      }),
    );
  }
  const reports = question.view === 'reported' ? 'report.reports' : '0';
  const text = `
    with page as (
      select comment.id, comment.created_at, ${reports} as reports from ${from}
      where ${all.join(' and ')} order by ${order} limit ${bind(question.limit + 1, 'int')}
    )
    ${found('page join comments comment on comment.id = page.id')}
    order by ${order
      .split(', ')
      .map((by) => `page.${by}`)
      .join(', ')}`;
  return { text, values };
}

const sentenceOf = (reason: string | null) =>
  reason !== null && Object.hasOwn(holdReasons, reason) ? holdReasons[reason as HoldReason] : null;

/**
 * @param asked.ids Of comments to be told of as well.
 * @param asked.seesReaders Whether whoever asks may see who readers are.
 */
export async function readQueue(
  { db: { pool } }: Payload,
  { question, ids, seesReaders }: { question: Question; ids: readonly string[]; seesReaders: boolean },
): Promise<Queue> {
  const { text, values } = statement(question);
  const [inView, byId, counters, alerts, only, closed] = await Promise.all([
    pool.query<Found>(text, values),
    pool.query<Found>(`${found('comments comment')} where comment.id = any($1)`, [ids]),
    readCounters(pool),
    readAlerts(pool),
    readFilters(pool, question),
    pool.query<{ closed: boolean }>(
      'select coalesce(moderation_close_all, false) as closed from newsroom_settings order by created_at limit 1',
    ),
  ]);
  const item = ({ articleId, headline, at, edited, reported, ...row }: Found): QueueItem => ({
    ...row,
    at: at.toISOString(),
    edited: edited?.toISOString() ?? null,
    reported: reported?.toISOString() ?? null,
    heldFor: row.status === 'held' ? sentenceOf(row.heldFor) : null,
    reader: seesReaders ? row.reader : null,
    article: { id: articleId, headline: headline ?? '' },
  });
  const items = inView.rows.slice(0, question.limit).map(item);
  const last = inView.rows.length > items.length ? items.at(-1) : undefined;
  return {
    items,
    next: last ? sayPlace(last) : null,
    asked: byId.rows.map(item),
    only,
    counters,
    alerts,
    allClosed: closed.rows[0]?.closed ?? false,
  };
}
