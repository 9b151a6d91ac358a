import type { Pool } from 'pg';

/** A sign of life of a builder; what it does not tell stays as it was. */
export interface Sighting {
  id: string;
  release?: string | undefined;
  /** How far its site is live. */
  position?: number | undefined;
  /** Whether it waits at the feed for what comes. */
  isWaiting?: boolean;
}

/** Writes down that a builder was there just now. */
export async function seeBuilder(pool: Pool, { id, release, position, isWaiting = false }: Sighting): Promise<void> {
  await pool.query(
    `insert into builders (id, release, position, is_resident) values ($1, $2, $3, $4)
     on conflict (id) do update set
       release = coalesce(excluded.release, builders.release),
       position = coalesce(excluded.position, builders.position),
       is_resident = builders.is_resident or excluded.is_resident,
       last_seen = clock_timestamp()`,
    [id, release ?? null, position ?? null, isWaiting],
  );
}
