import { missingAt, recordDone, recordFailure, type Done } from '../snapshot/routes.ts';
import type { Agenda } from './agenda.ts';
import { failpoint } from './failpoint.ts';
import { make, place, type Made, type Outcome, type Workshop } from './perform.ts';
import { isUnhurried } from './plan.ts';
import { tell, type Report } from './report.ts';

/** Pages that are rendered side by side. */
const abreast = 8;

/**
 * Does what comes next on the agenda, urgent work or a little of what waits behind it, and writes it down once its files
 * are in place. While the files of one rank are written, the next is rendered; none of it is in place before. Nothing may be
 * taken into the snapshot meanwhile.
 * @param milliseconds After how long to come to an end: at the next rank, or after some more pages of the same.
 */
export async function workOn(workshop: Workshop, agenda: Agenda, report: Report, milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  const outcomes: Outcome[] = [];
  const begun = new Set<string>();
  async function putInPlace(made: Made, order?: Parameters<typeof place>[2]): Promise<void> {
    const outcome = await place(workshop, made, order);
    outcomes.push(outcome);
    agenda.rendered(outcome.path);
  }
  /** Urgent work overtakes: a page that shows something new, of which the page still waits, brings that page along. */
  async function bring(shown: readonly string[]): Promise<void> {
    for (const path of shown) {
      const missing = begun.has(path) ? undefined : missingAt(workshop.snapshot, path);
      if (!missing) continue;
      begun.add(path);
      await putInPlace(await make(workshop, agenda.taskOf(missing)), { bring });
    }
  }
  await workshop.snapshot.reading(async () => {
    let placed: Promise<unknown> = Promise.resolve();
    try {
      do {
        failpoint('between stages');
        const { tasks, bulk } = agenda.take(abreast);
        if (tasks.length === 0) break;
        for (const { path } of tasks) begun.add(path);
        if (!bulk && tasks.every(isUnhurried)) await placed;
        const brings = bulk || agenda.waiting() === 0 ? {} : { bring };
        const made = await Promise.all(tasks.map((task) => make(workshop, task)));
        const after = placed;
        placed = Promise.all([after, ...made.map((one) => putInPlace(one, { ...brings, after }))]);
        placed.catch(() => undefined);
      } while (performance.now() < until);
    } finally {
      await placed;
    }
  });
  await record(workshop, outcomes);
  for (const outcome of outcomes) tell(report, outcome);
}

/** Writes down what came of tasks whose files are in place, once these outlive a loss of power. */
export async function record({ snapshot, target }: Workshop, outcomes: readonly Outcome[]): Promise<void> {
  await target.settle();
  const done: Done[] = [];
  for (const outcome of outcomes) {
    if ('failed' in outcome) recordFailure(snapshot, outcome.path, outcome.failed, outcome.dependencies);
    else done.push(outcome);
  }
  failpoint('before record');
  recordDone(snapshot, done);
  failpoint('after record');
}
