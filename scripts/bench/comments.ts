/**
 * How many readers the reader server can bear: register, log in, post and list at different numbers of connections, beside
 * another comment server on the same PostgreSQL; what is left of what it acknowledged when it or PostgreSQL is killed; and what
 * a comment and a page cost where a thread is long.
 */
import process from 'node:process';
import { say, step } from '../progress.ts';
import { runUntilStopped } from '../run-until-stopped.ts';
import { measureKills } from './comments/measure-kills.ts';
import { measureLongThread } from './comments/measure-long-thread.ts';
import { measurePage } from './comments/measure-page.ts';
import { measurePeer } from './comments/measure-peer.ts';
import { measureWorks } from './comments/measure-works.ts';
import { parseCommentOptions, type CommentOptions } from './comments/options.ts';
import { openScene } from './comments/scene.ts';
import { present, type Figure } from './figures.ts';
import { onCluster } from './newsroom/cluster.ts';

const measure = (options: CommentOptions, signal: AbortSignal): Promise<Figure[]> =>
  onCluster(async (cluster, dir) => {
    const scene = await step('Opening the newsroom', () => openScene(cluster, dir, signal));
    try {
      const page = await measurePage(scene);
      const works = await measureWorks(scene, options);
      const kills = await measureKills(scene);
      const long = await measureLongThread(scene, options.longThread);
      const peer = options.peerAt.length > 0 ? await measurePeer(scene, options) : [];
      return [...page, ...works, ...kills, ...long, ...peer];
    } finally {
      await scene.server.stop();
    }
  });

await runUntilStopped(async () => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  const options = parseCommentOptions(process.argv.slice(2));
  const figures = await measure(options, stop.signal);
  say('');
  process.exit((await present(figures, options.json)) ? 0 : 1);
});
