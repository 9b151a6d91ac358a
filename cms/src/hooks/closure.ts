import { isDeepStrictEqual } from 'node:util';
import { sql } from '@payloadcms/db-postgres';
import { shapes } from '@dateline/shared/feed';
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { wherePlacesLie } from '../moderation/where-places-lie.ts';
import { writeOutbox, type OutboxChange } from '../outbox/write-outbox.ts';
import { idOf, instantOf } from '../project/reference.ts';

/** How many are written in one statement. */
const atOnce = 500;

interface Standing {
  subject: string;
  isClosed: boolean;
  until: string | Date | null;
  /** What was said of it last; null where nothing was, or that it is open. */
  said: unknown;
}

/** Until when all are closed that a mark closes, with what lies within a place, beside what was said of them last. */
const standing = `
  with recursive lying as materialized (${wherePlacesLie}), closed (subject, until) as (
    select coalesce(marked.people_id, marked.places_id), coalesce(mark.until, 'infinity')
    from sensitive_subjects mark join sensitive_subjects_rels marked on marked.parent_id = mark.id
    where mark.rule = 'closed'
    union
    select lying.place, closed.until from closed join lying on lying.above = closed.subject
  ), now as (
    select subject, nullif(max(until), 'infinity') as until from closed group by subject
  ), before as (
    select distinct on (document) document, op, data from outbox where kind = 'closure' order by document, seq desc
  )
  select coalesce(now.subject, before.document) as subject, now.subject is not null as "isClosed", now.until,
    case before.op when 'put' then before.data end as said
  from now full join before on before.document = now.subject
  where now.subject is not null or before.op = 'put'
  order by subject`;

function changeOf({ subject, isClosed, until, said }: Standing): OutboxChange | undefined {
  const change = { kind: 'closure' as const, document: subject, slug: null, formerSlugs: [] };
  if (!isClosed) return { ...change, op: 'remove', data: null };
  const data = shapes.closure.parse({ id: subject, until: instantOf(until) });
  return isDeepStrictEqual(said, data) ? undefined : { ...change, op: 'put', data };
}

/**
 * Says in the outbox under whose stories nobody can comment, and until when, in the request's transaction: nothing where that was said
 * last. A place is closed with what it lies within, so each is said of itself, as far down as there are any: the site need not know
 * where a place lies whose page it does not have. Of other marks it says nothing, and why never.
 */
export async function emitClosures(req: PayloadRequest): Promise<void> {
  const handle = await transactionHandle(req);
  // One at a time: of a mark and of a place that moves under it, the later sees the other.
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended('dateline:closures', 0))`);
  const { rows } = await handle.execute<Standing & Record<string, unknown>>(sql.raw(standing));
  const changes = rows.map(changeOf).filter((change) => change !== undefined);
  for (let at = 0; at < changes.length; at += atOnce) await writeOutbox(req, ...changes.slice(at, at + atOnce));
}

export const emitMark: CollectionAfterChangeHook = async ({ doc, req }) => {
  await emitClosures(req);
  return doc;
};

export const emitUnmark: CollectionAfterDeleteHook = ({ req }) => emitClosures(req);

/** A place may come to lie within one that is closed, or leave it: where it is put there, published, or its page goes. */
export const emitMove: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const isSame = idOf(doc.parent) === idOf(previousDoc?.parent) && doc._status === previousDoc?._status;
  if (!isSame) await emitClosures(req);
  return doc;
};
