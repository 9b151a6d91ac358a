import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql } from '@payloadcms/db-postgres';
import { shapes } from '@dateline/shared/feed';
import {
  APIError,
  ValidationError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import { mayPublish, staffOf } from '../access/roles.ts';
import { transactionHandle } from '../in-transaction.ts';
import { latestRow } from '../outbox/latest-row.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { writeRemoval } from '../outbox/write-removal.ts';
import { projectMedia } from '../project/media.ts';
import type { Row } from '../project/row.ts';
import { publishProblems } from './publish-problems.ts';

/** Payload looks at an image's bytes, and keeps whatever name they come under: one that a web server would take for a page, too. */
export const checkImageName: CollectionBeforeOperationHook = ({ args, req }) => {
  if (!req.file || /\.(?:jpe?g|png|webp|avif)$/i.test(req.file.name)) return args;
  const message =
    'The name of the file has to end with .jpg, .png, .webp or .avif. Rename it, or choose another image.';
  throw new APIError(message, 400, {}, true);
};

/** Keeps reporters from changing an image that readers see. */
export const guardPublicMedia: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const staff = staffOf(req);
  if (!staff || mayPublish(staff.role) || !originalDoc) return data;
  if ((await latestRow(req, 'media', originalDoc.id)) === undefined) return data;
  throw new APIError('This image has been published. Ask an editor to change it.', 403, {}, true);
};

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
