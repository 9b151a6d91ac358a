import path from 'node:path';
import { say, step } from '../../progress.ts';
import { quantile, told, type Figure } from '../figures.ts';
import { sampleMemory } from '../memory.ts';
import { drive, failuresOf } from './load.ts';
import type { CommentScene } from './scene.ts';
import { sayFailures } from './measure-works.ts';
import type { CommentOptions } from './options.ts';
import { addressOf } from './readers.ts';
import { startWaline, walineList, walinePost, type Waline } from './waline.ts';
import { textOf } from './works.ts';

/** Its list asks for the whole thread each time: at more connections an answer takes a minute. */
const mostOfLists = 50;
const database = 'waline';
/** As many as the readers of ours, in other words addresses. */
const clients = 5_000;

type PeerOptions = Pick<CommentOptions, 'seconds' | 'peerAt'>;

const leftOut =
  "Waline's work leaves out sessions, an account's limits, the transaction with the change for the site, and moderation by rules.";

async function measure(
  { port }: Waline,
  threads: number,
  { seconds, peerAt }: PeerOptions,
  signal: AbortSignal,
): Promise<Figure[]> {
  let number = 0;
  const post = (page: () => string) => () =>
    walinePost(page(), addressOf(30, (++number % clients) + 1), textOf(number));
  const works = [
    { name: 'post, one hot thread', next: post(() => 'hot'), body: '"errno":0' },
    { name: `post, ${threads} threads`, next: post(() => `story-${number % threads}`), body: '"errno":0' },
    { name: 'list the hot thread', next: () => walineList('hot'), body: '"errno":0' },
  ];
  const figures: Figure[] = [];
  for (const { name: work, next, body: good } of works)
    for (const connections of peerAt) {
      if (work.startsWith('list') && connections > mostOfLists) continue;
      const name = `Waline: ${work}, ${connections} connections`;
      const isGood = ({ status, body }: { status: number; body: string }) => status === 200 && body.includes(good);
      const load = await step(name, () =>
        drive({ port, connections, until: { ms: seconds * 500 }, next, isGood, signal }),
      );
      sayFailures(name, load);
      figures.push(
        told(`${name}: a second`, '', load.took.length / load.seconds),
        told(`${name}: p50`, 'ms', quantile(load.took, 0.5)),
        told(`${name}: p99`, 'ms', quantile(load.took, 0.99)),
        told(`${name}: errors`, '', failuresOf(load)),
      );
    }
  return figures;
}

/** Has Waline do what of our work it does, on the same PostgreSQL; nothing where it cannot be had, and says why. */
export async function measurePeer({ cluster, dir, articles, signal }: CommentScene, options: PeerOptions) {
  try {
    const databaseURL = await cluster.createDatabase(database);
    const waline = await step('Getting Waline', () =>
      startWaline({ dir: path.join(dir, 'waline'), databaseURL, signal }),
    );
    const memory = sampleMemory(waline.pid);
    try {
      say(`  ${leftOut}`);
      const figures = await measure(waline, articles.others.length, options, signal);
      return [...figures, told('Waline: memory, at most', 'MiB', memory.peak())];
    } finally {
      memory.stop();
      await waline.stop();
      await cluster.dropDatabase(database);
    }
  } catch (error) {
    // The bench is about our own figures.
    signal.throwIfAborted();
    say(`  Waline is left out: ${(error instanceof Error ? error.message : String(error)).split('\n', 1)[0]}`);
    return [];
  }
}
