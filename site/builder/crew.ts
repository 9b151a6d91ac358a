import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Outcome, Workshop } from './perform.ts';
import type { Task } from './plan.ts';
import { alone, type Crew } from './publish.ts';
import type { Release } from './releases.ts';

/** Below this, starting processes costs more than they save. */
const worthSharing = 500;
/** Tasks given to a worker at a time: few enough that all end together. */
const handful = 50;

/** What a worker process is started with, as its one argument. */
export interface WorkerOrder {
  bundle: string;
  publicUrl: string;
  release: Release;
}

const workerFile = fileURLToPath(new URL('./render-worker.ts', import.meta.url));

async function shared(order: WorkerOrder, stage: Task[], onDone: (outcome: Outcome) => void): Promise<void> {
  const waiting = [...stage];
  async function employ(worker: ChildProcess): Promise<void> {
    const died = once(worker, 'exit').then(() => {
      throw new Error('A worker process ended before its work was done.');
    });
    died.catch(() => undefined);
    for (let tasks = waiting.splice(0, handful); tasks.length > 0; tasks = waiting.splice(0, handful)) {
      const answer = once(worker, 'message') as Promise<[Outcome[]]>;
      worker.send(tasks);
      const [outcomes] = await Promise.race([answer, died]);
      for (const outcome of outcomes) onDone(outcome);
    }
  }
  const workers = Array.from({ length: availableParallelism() }, () =>
    fork(workerFile, [JSON.stringify(order)], { serialization: 'advanced' }),
  );
  try {
    await Promise.all(workers.map(employ));
  } finally {
    for (const worker of workers) worker.disconnect();
  }
}

/** Renders few pages in this process, and many in as many processes as there are cores, all over the same bundle. */
export function crewFor(workshop: Workshop, order: WorkerOrder): Crew {
  const byMyself = alone(workshop);
  return (stage, onDone) =>
    stage.length < worthSharing || availableParallelism() === 1
      ? byMyself(stage, onDone)
      : shared(order, stage, onDone);
}
