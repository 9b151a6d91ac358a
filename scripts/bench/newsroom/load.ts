import type pg from 'pg';
import type { Archive, Published } from '../archive/archive.ts';

/** How many documents one statement writes: some megabytes. */
const batchSize = 500;

/*
 * The rows are numbered as they are written. In a newsroom this has long been done when a builder comes, and no figure of
 * ours is to hold the numbering of a hundred thousand rows at once.
 */
const insert = `
  insert into outbox (position, op, kind, document, at, slug, former_slugs, data)
  select position, 'put', kind, document, at, slug, '[]', data
  from json_to_recordset($1) as row (position bigint, kind text, document uuid, at timestamptz, slug text, data jsonb)`;

function* batchesOf(documents: Iterable<Published>): Generator<object[]> {
  let batch: object[] = [];
  let position = 0;
  for (const { kind, id, at, data } of documents) {
    batch.push({ position: ++position, kind, document: id, at, slug: 'slug' in data ? data.slug : null, data });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/**
 * Writes an archive into an empty outbox, as if every document of it had been published once. A batch at a time is in
 * memory, and one on its way.
 * @returns How many documents there are.
 */
export async function loadArchive(client: pg.Client, archive: Archive, signal: AbortSignal): Promise<number> {
  let count = 0;
  let underWay: Promise<unknown> = Promise.resolve();
  await client.query('set synchronous_commit = off');
  for (const batch of batchesOf(archive.documents())) {
    const json = JSON.stringify(batch);
    await underWay;
    signal.throwIfAborted();
    underWay = client.query(insert, [json]);
    count += batch.length;
  }
  await underWay;
  await client.query('reset synchronous_commit');
  // Now, and not by itself while we measure.
  await client.query('vacuum (analyze) outbox');
  await client.query('checkpoint');
  return count;
}
