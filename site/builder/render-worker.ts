import { clockFrom } from '../snapshot/clock.ts';
import { openSnapshot } from '../snapshot/open.ts';
import { loadBundle } from './bundle.ts';
import type { WorkerOrder } from './crew.ts';
import { perform, type Outcome, type Workshop } from './perform.ts';
import type { Task } from './plan.ts';
import { targetsOf } from './release-targets.ts';
import { openRenderer } from './render.ts';

const { bundle, publicUrl, release, files, clockFile } = JSON.parse(process.argv[2] ?? '') as WorkerOrder;
const snapshot = openSnapshot(release.snapshotFile, { readOnly: true });
const workshop: Workshop = {
  snapshot,
  renderer: openRenderer(await loadBundle(bundle, publicUrl), snapshot, clockFrom(clockFile)),
  ...targetsOf(release, files),
  publicUrl,
};

async function work(tasks: Task[]): Promise<void> {
  const outcomes: Outcome[] = [];
  await snapshot.reading(async () => {
    for (const task of tasks) outcomes.push(await perform(workshop, task));
  });
  process.send?.(outcomes);
}

// What is thrown ends the process, and the builder says so.
process.on('message', (tasks: Task[]) => void work(tasks));
