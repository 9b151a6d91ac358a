import { ValidationError, type Payload, type PayloadRequest } from 'payload';
import type { EditorialCollection } from '../collections/slugs.ts';
import { emitClosures } from '../hooks/closure.ts';
import { emitCommentNow } from '../hooks/comment.ts';
import { emitDocument } from '../hooks/emit.ts';
import { emitIfPublic } from '../hooks/media.ts';
import { ensureSettings } from '../hooks/settings.ts';
import { inTransaction } from '../in-transaction.ts';

/** How many ids are read at once; documents are read one by one. */
const pageSize = 500;
const first = '00000000-0000-0000-0000-000000000000';

interface Stage {
  collection: string;
  /** The ids behind one, in order, so many at most. */
  ids: string;
  emit: (req: PayloadRequest, id: string) => Promise<void>;
}

const editorial = (collection: EditorialCollection): Stage => ({
  collection,
  ids: `select id from ${collection} where _status = 'published' and deleted_at is null and id > $1 order by id limit $2`,
  emit: (req, id) => emitDocument(req, collection, id),
});

/** What others refer to comes before what refers to it. */
const stages: Stage[] = [
  {
    collection: 'media',
    ids: `select document as id from outbox where kind = 'media' and document > $1 group by document order by document limit $2`,
    emit: emitIfPublic,
  },
  editorial('topics'),
  editorial('places'),
  editorial('people'),
  editorial('articles'),
  {
    collection: 'comments',
    ids: `select document as id from outbox where kind = 'comment' and document > $1 group by document order by document limit $2`,
    emit: emitCommentNow,
  },
];

/** A document that was looked at: whether it could be projected, and if not, why. */
export interface Projected {
  /** `articles:<id>`: where to go on from. */
  at: string;
  problem: string | undefined;
}

/** Whether a text names a place to go on from. */
export const isPlace = (text: string) =>
  stages.some(({ collection }) => text.startsWith(`${collection}:`)) && /:[0-9a-f-]{36}$/.test(text);

/**
 * Projects all that is public anew, and says in the outbox what has another shape than was said last, document by document, each in
 * a transaction that holds it: beside publishes nothing is lost. What has not changed says nothing, so that it can be run again.
 * @param from Goes on behind this place.
 */
export async function* projectEverything(payload: Payload, from?: string): AsyncGenerator<Projected> {
  await ensureSettings(payload);
  await inTransaction(payload, emitClosures);
  const [begin, behind = first] = from?.split(':') ?? [];
  const begun = Math.max(
    0,
    stages.findIndex(({ collection }) => collection === begin),
  );
  for (const [index, { collection, ids, emit }] of stages.slice(begun).entries()) {
    let after = index === 0 ? behind : first;
    for (;;) {
      const { rows } = await payload.db.pool.query<{ id: string }>(ids, [after, pageSize]);
      for (const { id } of rows) yield { at: `${collection}:${id}`, problem: await projectOne(payload, id, emit) };
      const last = rows.at(-1);
      if (!last || rows.length < pageSize) break;
      after = last.id;
    }
  }
}

/** A document that does not fit the contract keeps what was said of it last, and stops no other. */
async function projectOne(payload: Payload, id: string, emit: Stage['emit']): Promise<string | undefined> {
  try {
    await inTransaction(payload, (req) => emit(req, id));
    return undefined;
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    return error.data.errors.map(({ message }) => message).join(' ');
  }
}
