import { markExpired } from '../snapshot/expiry.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { countPending, pendingAt, pendingPaths, standingOf, type Pending } from '../snapshot/routes.ts';
import { openPace } from './pace.ts';
import { leaving, rank, type Task } from './plan.ts';
import type { Renderer } from './render.ts';

/** What there is to do on a site that readers are on, in an order that is safe for them, and publishes first. */
export interface Agenda {
  /** Looks anew at what is dirty: after changes were taken in, and when time alone has made a page untrue. */
  reload(): void;
  /** The next tasks, all of one rank: urgent ones as long as there are any. */
  take(most: number): { tasks: Task[]; bulk: boolean };
  /** A path with what stands there now. */
  taskOf(pending: Pending): Task;
  /** Counts a rendering of a path: one that is rendered again and again has to wait a little. */
  rendered(path: string): void;
  /** Whether nothing urgent is left, not even of what has to wait a little. */
  isCalm(): boolean;
  /** Milliseconds until there is something to do: 0 at once, undefined for nothing. */
  nextIn(): number | undefined;
  /** How many paths wait behind publishes. */
  waiting(): number;
}

/** Paths of one lane, the next at the end. */
type Queue = { path: string; rank: number }[];

interface AgendaOptions {
  snapshot: Snapshot;
  /** The paths of pages that no document stands behind. */
  fixed: ReadonlySet<string>;
  renderer: Pick<Renderer, 'serves' | 'clock'>;
  clock?: () => number;
}

export function openAgenda({ snapshot, fixed, renderer, clock = () => performance.now() }: AgendaOptions): Agenda {
  const pace = openPace();
  const queues: { urgent: Queue; bulk: Queue } = { urgent: [], bulk: [] };
  /** Urgent paths that were rendered too often just now. */
  let resting: Queue = [];

  function taskOf({ path, hash }: Pending): Task {
    const standing = standingOf(snapshot, fixed, path, renderer.clock());
    return { path, hash, standing: standing.is === 'page' && !renderer.serves(path) ? { is: 'nothing' } : standing };
  }
  const queueOf = (bulk: boolean): Queue =>
    pendingPaths(snapshot, { bulk })
      .map((pending) => ({ path: pending.path, rank: rank(taskOf(pending)) }))
      .sort((a, b) => b.rank - a.rank);
  const bulkLeft = () => snapshot.get<{ n: number }>('select count(*) as n from dirty where bulk = 1')?.n ?? 0;

  function reload(): void {
    markExpired(snapshot, renderer.clock());
    queues.urgent = queueOf(false);
    resting = [];
    if (bulkLeft() !== queues.bulk.length) queues.bulk = queueOf(true);
  }
  function wakeRested(now: number): void {
    const rested = resting.filter(({ path }) => pace.freeAt(path) <= now);
    if (rested.length === 0) return;
    resting = resting.filter((entry) => !rested.includes(entry));
    queues.urgent = [...queues.urgent, ...rested].sort((a, b) => b.rank - a.rank);
  }
  /** The next entries of one rank. */
  function pop(queue: Queue, most: number): Queue {
    const at = queue.at(-1)?.rank;
    const popped: Queue = [];
    while (popped.length < most && queue.at(-1)?.rank === at) popped.push(...queue.splice(-1));
    return popped;
  }
  function take(most: number): { tasks: Task[]; bulk: boolean } {
    const now = clock();
    wakeRested(now);
    const { urgent } = queues;
    while (urgent.length > 0) {
      // What is left goes after all that leads there.
      if (resting.length > 0 && (urgent.at(-1)?.rank ?? 0) >= leaving) break;
      const entries = pop(urgent, most);
      const tired = entries.filter(({ path }) => pace.freeAt(path) > now);
      resting.push(...tired);
      const tasks = tasksOf(
        entries.filter((entry) => !tired.includes(entry)),
        false,
      );
      if (tasks.length > 0) return { tasks, bulk: false };
    }
    while (queues.bulk.length > 0) {
      const tasks = tasksOf(pop(queues.bulk, most), true);
      if (tasks.length > 0) return { tasks, bulk: true };
    }
    return { tasks: [], bulk: true };
  }
  const tasksOf = (entries: Queue, bulk: boolean) =>
    entries.flatMap(({ path }) => {
      const pending = pendingAt(snapshot, path, { bulk });
      return pending ? [taskOf(pending)] : [];
    });

  return {
    reload,
    take,
    taskOf,
    rendered: (path) => pace.rendered(path, clock()),
    isCalm: () => queues.urgent.length === 0 && resting.length === 0,
    nextIn() {
      const isReady = queues.urgent.length > 0 && (resting.length === 0 || (queues.urgent.at(-1)?.rank ?? 0) < leaving);
      if (isReady || queues.bulk.length > 0) return 0;
      if (resting.length > 0) return Math.max(0, Math.min(...resting.map(({ path }) => pace.freeAt(path))) - clock());
      if (countPending(snapshot) === 0) return undefined;
      reload();
      return 0;
    },
    waiting: bulkLeft,
  };
}
