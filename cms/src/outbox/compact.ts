import type { ClientBase } from 'pg';

type Connection = Pick<ClientBase, 'query'>;

/** Minutes for which a superseded row stays, so that an answer of the feed which is on its way finds what it counts on. */
const graceMinutes = 60;
/** Days for which the place of a row that was taken away is known, to readers that stand there. */
const knownDays = 30;
/** How many positions are looked at in one statement: it is short, and nobody waits for it. */
const span = 2_000;

/** The end of what may be compacted now. */
const endOf = `
  select position from outbox
  where position is not null and at < now() - make_interval(mins => $1) order by position desc limit 1`;

/** What stands in a span supersedes whatever was said of the same documents before. Removals that were said last stay for ever. */
const takeAway = `
  with newer as (
    select kind, document, position, seq from outbox where position > $1 and position <= $2
  ), taken as (
    delete from outbox old using newer
    where old.kind = newer.kind and old.document = newer.document and old.position < newer.position and old.seq < newer.seq
    returning old.position, old.id
  )
  insert into outbox_compacted (position, id) select position, id from taken on conflict (position) do nothing`;

/**
 * Takes away what the outbox says of documents of which it says something newer, so that it grows with their number and not with
 * that of their edits. Where the rows stood is remembered for a month.
 * @param after The position up to which this was done before; 0 for all.
 * @param options.signal Once it is aborted, the rest is left for the next time.
 * @returns The position up to which it is done now.
 */
export async function compactOutbox(
  connection: Connection,
  after: number,
  { grace = graceMinutes, signal }: { grace?: number; signal?: AbortSignal } = {},
): Promise<number> {
  const { rows } = await connection.query<{ position: string }>(endOf, [grace]);
  const end = Number(rows[0]?.position ?? 0);
  for (let from = after; from < end; from += span) {
    if (signal?.aborted) return from;
    await connection.query(takeAway, [from, Math.min(from + span, end)]);
  }
  await connection.query('delete from outbox_compacted where at < now() - make_interval(days => $1)', [knownDays]);
  return Math.max(after, end);
}
