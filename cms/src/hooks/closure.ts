import { isDeepStrictEqual } from 'node:util';
import { sql } from '@payloadcms/db-postgres';
import { shapes } from '@dateline/shared/feed';
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { latestRow } from '../outbox/latest-row.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { writeRemoval } from '../outbox/write-removal.ts';
import { idOf, instantOf } from '../project/reference.ts';

/** The marks that close every thread that mentions a subject, as one; undefined where there is none. */
async function closureOf(req: PayloadRequest, subject: string): Promise<{ until: string | null } | undefined> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ until: string | Date | null }>(sql`
    select mark.until from sensitive_subjects mark join sensitive_subjects_rels marked on marked.parent_id = mark.id
    where mark.rule = 'closed' and (marked.people_id = ${subject} or marked.places_id = ${subject})
    order by mark.until desc nulls first limit 1`);
  return rows[0] && { until: instantOf(rows[0].until) };
}

/**
 * Says in the outbox until when nobody can comment on what mentions somebody or some place, in the request's transaction: nothing
 * where that was said last. Of other marks it says nothing, and why never.
 */
export async function emitClosure(req: PayloadRequest, subject: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dateline:closure:${subject}`}, 0))`);
  const closure = await closureOf(req, subject);
  if (!closure) return await writeRemoval(req, 'closure', subject);
  const data = shapes.closure.parse({ id: subject, ...closure });
  const last = await latestRow(req, 'closure', subject);
  if (last?.op === 'put' && isDeepStrictEqual(last.data, data)) return;
  await writeOutbox(req, { op: 'put', kind: 'closure', document: subject, slug: null, formerSlugs: [], data });
}

const subjectOf = (mark: { subject?: { value?: unknown } } | undefined) => idOf(mark?.subject?.value);

/** Both subjects of a mark that went from one to another, in an order that all who hold two of them keep to. */
export const emitMark: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const subjects = [subjectOf(doc), subjectOf(previousDoc)].filter((id) => id !== null);
  for (const subject of [...new Set(subjects)].sort()) await emitClosure(req, subject);
  return doc;
};

export const emitUnmark: CollectionAfterDeleteHook = async ({ doc, req }) => {
  const subject = subjectOf(doc);
  if (subject !== null) await emitClosure(req, subject);
};
