import { beginGathering, gatherDependencies } from '../snapshot/dependencies.ts';
import { countPending, pendingAfter } from '../snapshot/routes.ts';
import type { Agenda } from './agenda.ts';
import { alone, openCrew, type WorkerOrder } from './crew.ts';
import type { Outcome, Workshop } from './perform.ts';
import { tell, type Report } from './report.ts';
import { record } from './work.ts';

/** Below this, starting processes costs more than they save. */
const worthSharing = 500;
/** Paths given to one of the crew at a time: few enough that all end together. */
const handful = 50;
/** Outcomes written down at a time: as many as a builder that is killed may do again. */
const together = 2_000;

interface Rendering {
  workshop: Workshop;
  agenda: Pick<Agenda, 'taskOf'>;
  order: WorkerOrder;
  report: Report;
  signal: AbortSignal;
  onProgress: (done: number, all: number) => void;
}

/**
 * Renders all that is dirty of a release that no reader is on, in the order of paths, a handful at a time, with as many
 * processes as there are cores. A builder that is killed goes on where it was.
 */
export async function renderRelease({ workshop, agenda, order, report, signal, onProgress }: Rendering): Promise<void> {
  const { snapshot } = workshop;
  const all = countPending(snapshot);
  const crew = all < worthSharing ? alone(workshop) : openCrew(order);
  let done = 0;
  let unrecorded: Outcome[] = [];
  const recordAll = async () => {
    const outcomes = unrecorded;
    unrecorded = [];
    await record(workshop, outcomes);
    for (const outcome of outcomes) tell(report, outcome);
  };
  const onDone = async (outcomes: Outcome[]) => {
    unrecorded.push(...outcomes);
    onProgress((done += outcomes.length), all);
    if (unrecorded.length >= together) await recordAll();
  };
  if (all >= worthSharing) beginGathering(snapshot);
  try {
    for (let after = ''; !signal.aborted;) {
      const pending = pendingAfter(snapshot, after, handful);
      const last = pending.at(-1);
      if (!last) break;
      after = last.path;
      await crew.give(
        pending.map((path) => agenda.taskOf(path)),
        onDone,
      );
    }
    await crew.finish();
    await recordAll();
    gatherDependencies(snapshot);
    signal.throwIfAborted();
  } finally {
    crew.dismiss();
  }
}
