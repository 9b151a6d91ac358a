import { randomUUID } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import { documentId } from '@dateline/shared/id';
import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { holdRows } from '../../hooks/hold-rows.ts';
import { lockedRow } from '../../hooks/locked-row.ts';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { idOf, instantOf } from '../../project/reference.ts';
import type { Row } from '../../project/row.ts';
import { takeBackNotices, toldOf } from '../../readers/notify/take-back-notices.ts';
import type { Mark } from '../fitting-marks.ts';
import { marksTaken } from '../marks.ts';
import { sinceOf } from '../since-of.ts';
import { writeLog } from '../write-log.ts';
import { commentStatuses, mostAtOnce, turnedDown, type CommentStatus, type Decided } from './shapes.ts';

/** What somebody at the desk makes of some comments. Of each they say in which state they saw it, and which of its words. */
export const decision = z.object({
  comments: z
    .array(
      z.object({
        id: documentId,
        from: z.enum(commentStatuses),
        /** When what they have read was last changed by its reader; null for what was never changed. */
        edited: z.iso.datetime('Say which words you have read.').nullable(),
        /** When the last report came that they could see, null for none; left out by a screen that shows no reports. */
        reported: z.iso.datetime('Say which reports you have seen.').nullable().optional(),
      }),
      'Choose the comments.',
    )
    .min(1, 'Choose the comments.')
    .max(mostAtOnce, `Choose at most ${mostAtOnce} comments at once.`)
    .refine((comments) => new Set(comments.map(({ id }) => id)).size === comments.length, 'Choose each comment once.'),
  /** To refuse what readers have seen is to remove it. */
  to: z.enum(commentStatuses, 'Say what becomes of them.'),
  /** What their readers are told. */
  reason: z.string().trim().max(500, 'Give a reason of at most 500 characters.').default(''),
});

/** Does `work` in one transaction, as whoever makes the request, with one name for all that it logs. */
async function asOneAct<T>(
  req: PayloadRequest,
  batch: string,
  work: (inner: PayloadRequest) => Promise<T>,
): Promise<T> {
  return await inTransaction(req.payload, async (inner) => {
    inner.user = req.user;
    inner.context = { ...inner.context, moderationBatch: batch };
    return await work(inner);
  });
}

async function move(
  req: PayloadRequest,
  id: string,
  to: CommentStatus,
  refusalReason: string | null,
  marks: { [mark in Mark]?: true } = {},
): Promise<void> {
  const data = { status: to, refusalReason, ...marks } as never;
  await req.payload.update({ collection: 'comments', id, data, depth: 0, req, overrideAccess: false });
}

/** @param at Null for what nobody had decided. */
async function stampDecided(req: PayloadRequest, id: string, at: Date | null): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`update comments set decided_at = ${at?.toISOString() ?? null} where id = ${id}`);
}

/**
 * A decision answers the reports that could be seen: from the first that could not, the comment is reported still.
 * @param reported When the last came that could be seen; null for none.
 */
async function leaveUnseen(req: PayloadRequest, id: string, reported: string | null): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`
    update comments set decided_at = unseen.first - interval '1 millisecond'
    from (
      select min(created_at) as first from comment_reports
      where comment_id = ${id} and created_at > coalesce(${reported}::timestamptz, '-infinity')
    ) unseen
    where comments.id = ${id} and unseen.first <= comments.decided_at`);
}

/** Leaves a comment as it is, which is a decision too: what was reported until now has had its answer. */
async function keep(req: PayloadRequest, row: Row, status: CommentStatus): Promise<void> {
  const { id } = row;
  // To say again that it is turned down costs its reader no more trust.
  if (status === 'published' || status === 'held') await stampDecided(req, id, new Date());
  const since = sinceOf(row);
  const [article, reader] = [idOf(row.article), idOf(row.reader)];
  await writeLog(req, { act: 'decide', comment: id, article, reader, before: status, after: status, since });
}

/**
 * Decides some comments: all that are still as they were seen, and whose words are those that were read. Their rows are
 * held, so that of two who decide at once the second sees.
 */
export async function decide(
  req: PayloadRequest,
  { comments, to, reason }: z.output<typeof decision>,
): Promise<Decided> {
  const batch = randomUUID();
  return await asOneAct(req, batch, async (inner) => {
    const answer: Decided = { batch: null, decided: [], skipped: [], changed: [] };
    // In order of their ids, so that two who decide the same ones do not wait for each other.
    for (const { id, from, edited, reported } of comments.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
      const row = await lockedRow(inner, 'comments', id);
      const now = instantOf(row?.editedAt);
      if (row?.status !== from || row.body === '') {
        answer.skipped.push(id);
      } else if (now !== instantOf(edited)) {
        answer.changed.push({ id, body: String(row.body), edited: now });
      } else {
        const becomes = to === 'refused' ? turnedDown(from) : to;
        const isDown = becomes === 'refused' || becomes === 'removed';
        await (from === becomes ? keep(inner, row, from) : move(inner, id, becomes, isDown ? reason || null : null));
        if (!isDown && reported !== undefined) await leaveUnseen(inner, id, reported);
        answer.decided.push(id);
      }
    }
    return { ...answer, batch: answer.decided.length > 0 ? batch : null };
  });
}

type Said = {
  id: string;
  comment: string;
  before: CommentStatus;
  after: CommentStatus;
  since: string | Date | null;
  reason: string | null;
};

/** Whether the last decision on a comment is this one. */
async function isLast(req: PayloadRequest, { id, comment }: Said): Promise<boolean> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute(sql`
    select 1 from moderation_log where comment = ${comment} and act = 'decide' and id > ${id} limit 1`);
  return rows.length === 0;
}

/**
 * Takes back what somebody decided at once, where nobody has decided anew since: what was reported is so again, and what
 * readers were not told yet they are not told. Marks come back with it. It is their own to take back.
 */
export async function undo(req: PayloadRequest, batch: string): Promise<Decided> {
  return await asOneAct(req, randomUUID(), async (inner) => {
    inner.context.isTakenBack = true;
    const handle = await transactionHandle(inner);
    const { rows } = await handle.execute<Said>(sql`
      select id::text, comment, before, after, since, (
        select coalesce(told.reason, former.reason) from moderation_log former
          left join moderation_log_readers told on told.log = former.id
        where former.comment = said.comment and former.act = 'decide' and former.id < said.id
        order by former.id desc limit 1) as reason
      from moderation_log said
      where batch = ${batch} and act = 'decide' and staff = ${String(req.user?.id)} order by comment`);
    // All before any thread is held for its pin, as whoever pins holds them.
    await holdRows(
      inner,
      'comments',
      rows.map(({ comment }) => comment),
    );
    const answer: Decided = { batch: null, decided: [], skipped: [], changed: [] };
    for (const said of rows) {
      const { comment, before, after, since, reason } = said;
      const row = await lockedRow(inner, 'comments', comment);
      if (row?.status !== after || row.body === '' || !(await isLast(inner, said))) {
        answer.skipped.push(comment);
        continue;
      }
      if (before === after) await keep(inner, row, before);
      else await move(inner, comment, before, reason, await marksTaken(inner, row, batch));
      await stampDecided(inner, comment, since === null ? null : new Date(since));
      await takeBackNotices(inner, comment, toldOf[after] ?? []);
      answer.decided.push(comment);
    }
    return answer;
  });
}
