import type { Payload } from 'payload';
import { inTransaction } from '../in-transaction.ts';
import { authorIds } from './bring-authors.ts';
import { bringComments, type Brought, type Ids } from './bring-comments.ts';
import { foreignId } from './foreign-id.ts';
import type { Foreign, ForeignFile, SkipReason } from './foreign.ts';
import { matchThreads } from './match-threads.ts';
import { readCoral } from './read-coral.ts';
import { readDisqus } from './read-disqus.ts';
import { readOwn } from './read-own.ts';
import { readRemark42 } from './read-remark42.ts';
import { readWxr } from './read-wxr.ts';
import { openStage, type StagedThread } from './stage.ts';

const readers = { disqus: readDisqus, wordpress: readWxr, coral: readCoral, remark42: readRemark42, dateline: readOwn };

export type Origin = keyof typeof readers;
export const origins = Object.keys(readers) as Origin[];

/** How many comments are written in one transaction. */
const batchSize = 500;

export interface ImportOptions {
  origin: Origin;
  /** Tells two sites of one system apart, whose ids may be the same. */
  site?: string;
  files: readonly ForeignFile[];
  mapping?: ReadonlyMap<string, string>;
  /** Reads and matches everything, and writes nothing. */
  isDry?: boolean;
  /** Is told after each batch how many comments were looked at. */
  progress?: (looked: number) => void;
  /** Ends the import behind the batch that it is at; while files are read, by throwing the signal's reason. */
  signal?: AbortSignal;
}

export interface ImportReport {
  /** Threads that have an article here. */
  matched: number;
  unmatched: StagedThread[];
  /** Comments; of a dry run, those that would be, were none brought in before. */
  created: number;
  /** Places of comments that are gone, which others answer. */
  places: number;
  skipped: Partial<Record<SkipReason, number>>;
  isStopped: boolean;
}

function idsFor(origin: Origin, site: string): Ids {
  // Our own keep theirs, so that links to them go on leading there.
  if (origin === 'dateline') return { comment: (key) => key, author: (key) => key };
  const from = `${origin}:${site}`;
  return { comment: (key) => foreignId(from, 'comment', key), author: authorIds(from) };
}

/**
 * Brings comments of another system in: all of it is read first, so that a file with something wrong changes nothing; then it is
 * written in batches, each in one transaction with what the site is told. What came in before is left alone, so that it may be
 * stopped anywhere and run again.
 * @throws UnreadableFile
 */
export async function importComments(payload: Payload, options: ImportOptions): Promise<ImportReport> {
  const { origin, site = '', files, mapping = new Map(), isDry = false, progress = () => {}, signal } = options;
  const stage = openStage();
  try {
    for (const file of files) {
      const records: AsyncIterable<Foreign> = readers[origin](file);
      for await (const record of records) {
        signal?.throwIfAborted();
        stage.put(record);
      }
    }
    stage.arrange();
    const unmatched: StagedThread[] = [];
    const matched = await matchThreads(payload, stage, mapping, (thread) => unmatched.push(thread));
    const total: Brought = { created: 0, places: 0, before: 0, orphan: 0 };
    const ids = idsFor(origin, site);
    let looked = 0;
    for (const batch of stage.batches(batchSize)) {
      if (signal?.aborted) break;
      const brought = isDry
        ? await countOnly(payload, batch, ids)
        : await inTransaction(payload, (req) => bringComments(req, batch, (keys) => stage.authors(keys), ids));
      for (const name of Object.keys(total) as (keyof Brought)[]) total[name] += brought[name];
      looked += batch.length;
      progress(looked);
    }
    const { before, orphan } = total;
    const skipped = { ...stage.skipped(), ...(before > 0 && { before }), ...(orphan > 0 && { orphan }) };
    return {
      matched,
      unmatched,
      created: total.created,
      places: total.places,
      skipped,
      isStopped: signal?.aborted === true,
    };
  } finally {
    stage.close();
  }
}

async function countOnly(
  payload: Payload,
  batch: readonly { key: string; removed: 0 | 1 }[],
  ids: Ids,
): Promise<Brought> {
  const { rows } = await payload.db.pool.query<{ id: string }>(
    'select id from imported_comments where id = any($1) union select id from comments where id = any($1)',
    [batch.map(({ key }) => ids.comment(key))],
  );
  const known = new Set(rows.map(({ id }) => id));
  const fresh = batch.filter(({ key }) => !known.has(ids.comment(key)));
  const places = fresh.filter(({ removed }) => removed).length;
  return { created: fresh.length - places, places, before: batch.length - fresh.length, orphan: 0 };
}
