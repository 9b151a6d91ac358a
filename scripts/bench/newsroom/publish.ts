import { randomUUID } from 'node:crypto';
import type { Kind, Shape } from '@dateline/shared/feed';
import type pg from 'pg';

/** A change to what is public. */
export type Change = { [K in Exclude<Kind, 'settings'>]: { kind: K; data: Shape<K> } }[Exclude<Kind, 'settings'>];

/** A publish that was committed. */
export interface Committed {
  /** The id of its last row in the outbox: the builder's receipt names it. */
  row: string;
  /** The moment, of `performance.now()`, at which the commit was asked for. */
  at: number;
}

const insert = `
  insert into outbox (id, op, kind, document, slug, former_slugs, data) values ($1, 'put', $2, $3, $4, $5, $6)`;

/**
 * Publishes as the CMS does: the rows of the outbox and the notification in one transaction. The clock starts before the
 * commit is sent, so that what PostgreSQL takes for it counts.
 */
export async function publish(client: pg.Client, { kind, data }: Change): Promise<Committed> {
  const row = randomUUID();
  const [slug, formerSlugs] = 'slug' in data ? [data.slug, data.formerSlugs] : [null, []];
  await client.query('begin');
  await client.query(insert, [row, kind, data.id, slug, JSON.stringify(formerSlugs), JSON.stringify(data)]);
  await client.query(`select pg_notify('dateline_outbox', '')`);
  const at = performance.now();
  await client.query('commit');
  return { row, at };
}
