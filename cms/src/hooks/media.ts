import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql } from '@payloadcms/db-postgres';
import { shapes } from '@dateline/shared/feed';
import {
  ValidationError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
} from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { latestRow } from '../outbox/latest-row.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { writeRemoval } from '../outbox/write-removal.ts';
import { projectMedia } from '../project/media.ts';
import type { Row } from '../project/row.ts';
import { publishProblems } from './publish-problems.ts';

/** Gives the bytes a new revision whenever they may have changed. */
export const stampRevision: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const isRecut = data.focalX !== originalDoc?.focalX || data.focalY !== originalDoc?.focalY;
  return req.file || isRecut || !originalDoc?.revision ? { ...data, revision: randomUUID() } : data;
};

async function emitOne(req: PayloadRequest, row: Row): Promise<void> {
  const shape = projectMedia(row);
  const [problem] = publishProblems('media', shape);
  if (problem) {
    const message = `The image “${String(row.filename)}” cannot be published. ${problem.message}`;
    throw new ValidationError({ collection: 'media', id: row.id, errors: [{ ...problem, message }], req }, req.t);
  }
  const data = shapes.media.parse(shape);
  const last = await latestRow(req, 'media', row.id);
  if (last?.op === 'put' && isDeepStrictEqual(last.data, data)) return;
  await writeOutbox(req, { op: 'put', kind: 'media', document: row.id, slug: null, formerSlugs: [], data });
}

/** Puts images that something published shows into the outbox. Each is held, so that a change of it comes after. */
export async function emitPublicMedia(req: PayloadRequest, ids: string[]): Promise<void> {
  const handle = await transactionHandle(req);
  for (const id of [...new Set(ids)].sort()) {
    await handle.execute(sql`select 1 from media where id = ${id} for share`);
    const row = await req.payload.db.findOne<Row>({
      collection: 'media',
      where: { id: { equals: id } },
      joins: false,
      req,
    });
    if (row) await emitOne(req, row);
  }
}

/** Says in the outbox what an image is now, if it is public. */
export async function emitIfPublic(req: PayloadRequest, id: string): Promise<void> {
  if ((await latestRow(req, 'media', id))?.op === 'put') await emitPublicMedia(req, [id]);
}

/** A change of an image that is public is public too. */
export const emitMedia: CollectionAfterChangeHook = async ({ doc, req }) => {
  await emitIfPublic(req, doc.id);
  return doc;
};

export const emitMediaDeletion: CollectionAfterDeleteHook = ({ id, req }) => writeRemoval(req, 'media', String(id));
