import type { ClientBase } from 'pg';
import type { Called } from './call.ts';
import type { Known } from './next-step.ts';
import { pauseBefore } from './outcome.ts';
import { standOf, type Head, type Target } from './target.ts';

/** A target's row as the dispatcher needs it. */
export interface Dispatch extends Known {
  attempts: number;
  requests: number;
  /** By the database's clock. */
  now: Date;
}

/** On which the desk asks the dispatcher for a call. */
export const dispatchChannel = 'dateline_dispatch';

/** The row of a target, made where there is none, and begun anew where the target stands elsewhere than it did. */
export async function openDispatch(client: ClientBase, target: Target): Promise<Dispatch> {
  await client.query(
    `insert into dispatches (target, place) values ($1, $2)
     on conflict (target) do update set place = excluded.place, told = null, refused = null, attempts = 0,
       due_at = null, called_at = null, is_taken = null, status = null, answer = null
     where dispatches.place <> excluded.place`,
    [target.name, standOf(target)],
  );
  const { rows } = await client.query<Dispatch>(
    'select told, refused, due_at as "dueAt", status, attempts, requests, clock_timestamp() as now from dispatches where target = $1',
    [target.name],
  );
  return rows[0]!;
}

/** Sets when the next call is due. */
export const schedule = (client: ClientBase, { name }: Target, until: Date) =>
  client.query('update dispatches set due_at = $2 where target = $1 and due_at is null', [name, until]);

/** Writes down what came of a call. A call that somebody asked for meanwhile stays due. */
export async function recordCall(
  client: ClientBase,
  { name }: Target,
  head: Head,
  { attempts, requests }: Dispatch,
  called: Called,
): Promise<void> {
  const failures = called.is === 'taken' ? 0 : attempts + 1;
  const pause = called.is === 'later' ? pauseBefore(failures, called.after, Math.random()) : null;
  await client.query(
    `update dispatches set
       told = case when $3 = 'taken' then $2 else told end,
       refused = case when $3 = 'refused' then $2 end,
       attempts = $4,
       due_at = case when requests = $5 then clock_timestamp() + $6::float8 * interval '1 millisecond' else due_at end,
       called_at = clock_timestamp(), is_taken = $3 = 'taken', status = $7, answer = $8
     where target = $1`,
    [name, head.cursor, called.is, failures, requests, pause, called.status, called.answer],
  );
}
