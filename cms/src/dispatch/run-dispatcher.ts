import type { Client, ClientBase } from 'pg';
import { makeBell } from '../bell.ts';
import { numberRowsOn } from '../feed/number-rows.ts';
import { outboxChannel } from '../outbox/tell.ts';
import { call } from './call.ts';
import { nextStep } from './next-step.ts';
import { dispatchChannel, openDispatch, recordCall, schedule } from './rows.ts';
import type { Head, Target } from './target.ts';

/** In milliseconds: how often it is looked after, should a notification be lost. */
const glance = 20_000;

async function headOf(client: ClientBase): Promise<Head | null> {
  await numberRowsOn(client);
  const { rows } = await client.query<{ position: string; id: string; at: Date }>(
    'select position, id, at from outbox where position is not null order by position desc limit 1',
  );
  const [row] = rows;
  return row ? { cursor: `${row.position}:${row.id}`, row: row.id, at: row.at } : null;
}

/** Does what is due for one target. Returns when to look again, in milliseconds; undefined for no time of its own. */
async function attend(
  client: ClientBase,
  target: Target,
  head: Head | null,
  signal: AbortSignal,
): Promise<number | undefined> {
  const dispatch = await openDispatch(client, target);
  const step = nextStep(dispatch, head?.cursor ?? null, dispatch.now);
  if (step.do === 'rest' || !head) return undefined;
  if (step.do === 'wait') {
    if (step.isNew) await schedule(client, target, step.until);
    return step.until.getTime() - dispatch.now.getTime();
  }
  const called = await call(target, head, dispatch.requests, signal);
  await recordCall(client, target, head, dispatch, called);
  return 0;
}

/**
 * Tells every target of what is published, until it is told to end or its connection is lost. To be run by one process
 * of all: whoever holds the worker's lock.
 * @param client A connection of its own.
 */
export async function runDispatcher(client: Client, targets: Target[], signal: AbortSignal): Promise<void> {
  const bell = makeBell();
  let lost: Error | undefined;
  client.on('error', (error) => {
    lost = error;
    bell.ring();
  });
  client.on('notification', bell.ring);
  signal.addEventListener('abort', bell.ring);
  try {
    await client.query(`listen ${outboxChannel}`);
    await client.query(`listen ${dispatchChannel}`);
    while (!signal.aborted) {
      if (lost) throw lost;
      const head = await headOf(client);
      const pauses = await Promise.all(targets.map((target) => attend(client, target, head, signal)));
      const pause = Math.min(glance, ...pauses.filter((pause) => pause !== undefined));
      if (pause > 0) await bell.wait(pause);
    }
  } finally {
    signal.removeEventListener('abort', bell.ring);
  }
}
