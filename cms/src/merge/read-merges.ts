import type { Pool } from 'pg';
import type { Merge } from '../admin/merges.ts';

/** Every person who was merged, with who stands for them now. */
const everyMerge = `
  with recursive chain (person, standin, step) as (
    select person, successor, 1 from merges
    union all
    select chain.person, merges.successor, chain.step + 1 from chain join merges on merges.person = chain.standin
  ), last as (select distinct on (person) person, standin from chain order by person, step desc)
  select last.person, coalesce(own.name, '') as name, last.standin as id, people.name as "standIn",
    coalesce(people._status = 'published' and people.deleted_at is null, false) as "isPublished"
  from last join people own on own.id = last.person left join people on people.id = last.standin`;

/** Who was merged, and into whom. */
export async function mergesOf(pool: Pool): Promise<{ merges: Merge[] }> {
  const { rows } = await pool.query<{
    person: string;
    name: string;
    id: string;
    standIn: string | null;
    isPublished: boolean;
  }>(everyMerge);
  return {
    merges: rows.map(({ person, name, id, standIn, isPublished }) => ({
      person,
      name,
      standIn: { id, name: standIn, isPublished },
    })),
  };
}
