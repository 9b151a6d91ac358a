import { pendingPaths, recordDone, recordFailure, standingOf, type Done } from '../snapshot/routes.ts';
import { perform, type Outcome, type Workshop } from './perform.ts';
import { plan, type Task } from './plan.ts';

/** What a publish did to the site. */
export interface Published {
  written: string[];
  removed: string[];
  failed: { path: string; cause: string }[];
  rendered: number;
}

/** Performs one stage of a plan; `onDone` is told of every outcome once its file is in place. */
export type Crew = (stage: Task[], onDone: (outcome: Outcome) => void) => Promise<void>;

/** How many outcomes are written down at once; what is not yet, a killed builder does again. */
const bookingSize = 200;

/** One page after the other, in this process. */
export const alone =
  (workshop: Workshop): Crew =>
  async (stage, onDone) => {
    for (const task of stage) onDone(await perform(workshop, task));
  };

/**
 * Brings every path that is dirty, or failed before, to what the snapshot says.
 * A path that fails keeps its last good file and stops no other.
 */
export async function publish(
  workshop: Workshop,
  {
    fixed,
    crew = alone(workshop),
    onProgress,
  }: { fixed: ReadonlySet<string>; crew?: Crew; onProgress?: (done: number, all: number) => void },
): Promise<Published> {
  const { snapshot, renderer } = workshop;
  const tasks = pendingPaths(snapshot).map(({ path, hash }): Task => {
    const standing = standingOf(snapshot, fixed, path);
    return { path, hash, standing: standing.is === 'page' && !renderer.serves(path) ? { is: 'nothing' } : standing };
  });
  const published: Published = { written: [], removed: [], failed: [], rendered: 0 };
  let count = 0;
  let unbooked: Done[] = [];
  const book = () => {
    recordDone(snapshot, unbooked);
    unbooked = [];
  };
  const onDone = (outcome: Outcome) => {
    onProgress?.(++count, tasks.length);
    if ('failed' in outcome) {
      recordFailure(snapshot, outcome.path, outcome.failed);
      published.failed.push({ path: outcome.path, cause: outcome.failed });
      return;
    }
    if (outcome.wrote) (outcome.hash === undefined ? published.removed : published.written).push(outcome.path);
    if (outcome.hash !== undefined) published.rendered++;
    unbooked.push(outcome);
    if (unbooked.length >= bookingSize) book();
  };
  for (const stage of plan(tasks)) {
    await crew(stage, onDone);
    book();
  }
  return published;
}
