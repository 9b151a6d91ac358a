import path from 'node:path';
import type { Payload } from 'payload';
import { filesOf } from '../project/media.ts';
import type { Row } from '../project/row.ts';

/** A file of an image that is public, by the size's name; undefined where nothing public shows it. */
export async function mediaFile(
  payload: Payload,
  id: string,
  size: string,
): Promise<{ path: string; mime: string } | undefined> {
  const last = await payload.db.pool.query<{ op: string }>(
    `select op from outbox where kind = 'media' and document = $1 order by seq desc limit 1`,
    [id],
  );
  if (last.rows[0]?.op !== 'put') return undefined;
  const row = await payload.db.findOne<Row>({ collection: 'media', where: { id: { equals: id } }, joins: false });
  const file = row && filesOf(row).get(size);
  const directory = payload.collections.media?.config.upload.staticDir;
  if (!file || !directory) return undefined;
  return { path: path.join(directory, path.basename(file.filename)), mime: file.mime };
}
