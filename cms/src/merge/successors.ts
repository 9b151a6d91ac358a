import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';

/** Whom somebody was merged into; null where they stand for themselves. */
export async function successorOf(req: PayloadRequest, person: string): Promise<string | null> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ successor: string }>(
    sql`select successor from merges where person = ${person}`,
  );
  return rows[0]?.successor ?? null;
}

/** Who stands for each of some people now: themselves, or the last of those that they were merged into. In the same order. */
export async function standInsOf(req: PayloadRequest, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return [];
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ person: string; standin: string }>(sql`
    with recursive chain (person, standin, step) as (
      select id, id, 0 from json_array_elements_text(${JSON.stringify(people)}::json) as given(id)
      union all
      select chain.person, merges.successor::text, chain.step + 1 from chain join merges on merges.person = chain.standin::uuid
    )
    select distinct on (person) person, standin from chain order by person, step desc`);
  const found = new Map(rows.map(({ person, standin }) => [person, standin]));
  return people.map((person) => found.get(person) ?? person);
}
