import { isDeepStrictEqual } from 'node:util';
import { sql } from '@payloadcms/db-postgres';
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload';
import { staffOf } from '../access/roles.ts';
import { transactionHandle } from '../in-transaction.ts';
import { idOf } from '../project/reference.ts';
import type { Row } from '../project/row.ts';
import { showAuthor } from '../readers/show-author.ts';
import { canBear, type Mark } from './fitting-marks.ts';
import { writeLog } from './write-log.ts';

/** Takes marks from what cannot bear them. */
export const keepMarksFit: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const doc = { ...originalDoc, ...data };
  if (!canBear.pick(doc)) return { ...data, pinned: false, pick: false };
  if (doc.pinned && !canBear.pinned(doc)) return { ...data, pinned: false };
  if (doc.pinned && !originalDoc?.pinned) await holdThread(req, idOf(doc.article));
  return data;
};

/** Of two who pin in one thread, the second waits and sees what the first has pinned. */
async function holdThread(req: PayloadRequest, article: string | null): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`select 1 from articles where id = ${article} for no key update`);
}

/**
 * The marks that come back to a comment with what a decision had taken from it. What was pinned in its thread since stays so.
 * @param batch Of the decision.
 */
export async function marksTaken(req: PayloadRequest, comment: Row, batch: string): Promise<{ [mark in Mark]?: true }> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ act: string }>(sql`
    select act from moderation_log where batch = ${batch} and comment = ${comment.id} and act in ('unpin', 'unpick')`);
  const taken = new Set(rows.map(({ act }) => act));
  return {
    ...(taken.has('unpin') && !(await isPinnedIn(req, idOf(comment.article))) && { pinned: true }),
    ...(taken.has('unpick') && { pick: true }),
  };
}

async function isPinnedIn(req: PayloadRequest, article: string | null): Promise<boolean> {
  await holdThread(req, article);
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute(sql`select 1 from comments where article_id = ${article} and pinned limit 1`);
  return rows.length > 0;
}

const acts = { pinned: ['pin', 'unpin'], pick: ['pick', 'unpick'] } as const;

/** Logs marks that were set and taken away. One comment is pinned in each thread: pinning another takes it from this. */
export const logMarks: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update') return doc;
  for (const mark of ['pinned', 'pick'] as const) {
    const [was, is] = [Boolean(previousDoc?.[mark]), Boolean(doc[mark])];
    if (was === is) continue;
    const [comment, reader, article] = [String(doc.id), idOf(doc.reader), idOf(doc.article)];
    await writeLog(req, { act: acts[mark][is ? 0 : 1], comment, reader, article });
    if (mark === 'pinned' && is) {
      await req.payload.update({
        collection: 'comments',
        where: { article: { equals: article }, pinned: { equals: true }, id: { not_equals: doc.id } },
        data: { pinned: false } as never,
        depth: 0,
        req,
      });
    }
  }
  return doc;
};

const writer = (reader: { name?: unknown; staff?: unknown; person?: unknown } | undefined) => ({
  name: reader?.name,
  badges: [reader?.staff && 'staff', idOf(reader?.person)].filter(Boolean).join(' ') || null,
});

/**
 * Says under all that a reader wrote what they are called now, and that the desk knows them as staff or as one of its people;
 * and in the log what the desk has changed of it. The log is for ever, and so has no name.
 */
export const showWriter: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const [was, is] = [writer(previousDoc), writer(doc)];
  if (operation !== 'update' || isDeepStrictEqual(was, is)) return doc;
  const reader = String(doc.id);
  if (was.name !== is.name && staffOf(req)) await writeLog(req, { act: 'rename', reader });
  if (was.badges !== is.badges) await writeLog(req, { act: 'badge', reader, before: was.badges, after: is.badges });
  await showAuthor(req, reader);
  return doc;
};
