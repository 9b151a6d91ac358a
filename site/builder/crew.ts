import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { DirectoryOptions } from './directory-target.ts';
import { perform, type Outcome, type Workshop } from './perform.ts';
import type { Task } from './plan.ts';
import type { Release } from './releases.ts';

/** What a worker process is started with, as its one argument. */
export interface WorkerOrder {
  bundle: string;
  publicUrl: string;
  release: Release;
  files: DirectoryOptions;
  clockFile: string | undefined;
}

/** Those who render many pages, in whatever order. */
export interface Crew {
  /** Takes some tasks as soon as somebody is free. Resolves once they are taken; `onDone` hears what came of them. */
  give(tasks: Task[], onDone: (outcomes: Outcome[]) => Promise<void>): Promise<void>;
  /** Resolves when all that was given is done. Throws where one of the crew ended before. */
  finish(): Promise<void>;
  dismiss(): void;
}

const workerFile = fileURLToPath(new URL('./render-worker.ts', import.meta.url));

/** Few pages are rendered in this process: starting others costs more than they save. */
export function alone(workshop: Workshop): Crew {
  return {
    async give(tasks, onDone) {
      await onDone(await Promise.all(tasks.map((task) => perform(workshop, task))));
    },
    finish: async () => {},
    dismiss: () => {},
  };
}

async function ask(worker: ChildProcess, tasks: Task[]): Promise<Outcome[]> {
  const over = new AbortController();
  const died = once(worker, 'exit', { signal: over.signal }).then(() => {
    throw new Error('A worker process ended before its work was done.');
  });
  const answer = once(worker, 'message', { signal: over.signal }) as Promise<[Outcome[]]>;
  try {
    worker.send(tasks);
    const [outcomes] = await Promise.race([answer, died]);
    return outcomes;
  } finally {
    over.abort();
    // What is waited for no longer ends with the signal.
    await Promise.allSettled([died, answer]);
  }
}

/** As many processes as there are cores, over the same bundle. They read the snapshot as it is, so nothing may be taken in meanwhile. */
export function openCrew(order: WorkerOrder, size = availableParallelism()): Crew {
  const workers = Array.from({ length: size }, () =>
    fork(workerFile, [JSON.stringify(order)], { serialization: 'advanced' }),
  );
  const free = new Set(workers);
  const busy = new Map<ChildProcess, Promise<void>>();
  return {
    async give(tasks, onDone) {
      if (free.size === 0) await Promise.race(busy.values());
      const [worker] = free;
      if (!worker) throw new Error('Nobody of the crew is free.');
      free.delete(worker);
      const work = ask(worker, tasks).then(async (outcomes) => {
        await onDone(outcomes);
        busy.delete(worker);
        free.add(worker);
      });
      work.catch(() => undefined);
      busy.set(worker, work);
    },
    finish: async () => void (await Promise.all(busy.values())),
    dismiss: () => {
      for (const worker of workers) if (worker.connected) worker.disconnect();
    },
  };
}
