/**
 * How long a publish takes until readers have it: in archives of different sizes, from the commit in PostgreSQL to the last
 * file, and on the whole product with the sample newsroom, from the request at the desk to the page at the site's server.
 */
import process from 'node:process';
import { buildSite } from '../build.ts';
import { say } from '../progress.ts';
import { runUntilStopped } from '../run-until-stopped.ts';
import { measureDesk } from './desk.ts';
import { figuresOf } from './figures-of-archives.ts';
import { present, type Figure } from './figures.ts';
import { measureArchive, type Measured } from './measure-archive.ts';
import { onCluster } from './newsroom/cluster.ts';
import { parseOptions, type Options } from './options.ts';

const hourMs = 3_600_000;

async function measureArchives(options: Options, signal: AbortSignal): Promise<Figure[]> {
  const bundle = await buildSite();
  return onCluster(async (cluster, dir) => {
    const until = new Date(Math.floor(Date.now() / hourMs) * hourMs);
    const all: Measured[] = [];
    for (const size of options.sizes)
      all.push(await measureArchive({ options, cluster, dir, bundle, until, signal }, size));
    return figuresOf(all);
  });
}

await runUntilStopped(async () => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  const options = parseOptions(process.argv.slice(2));
  const figures = [
    ...(await measureArchives(options, stop.signal)),
    ...(options.deskRounds > 0 ? await measureDesk(options.deskRounds, stop.signal) : []),
  ];
  say('');
  process.exit((await present(figures, options.json)) ? 0 : 1);
});
