import { departures } from '../snapshot/departures.ts';
import type { Done } from '../snapshot/routes.ts';
import type { Dependency } from '../snapshot/keys-of-change.ts';
import { headersPath } from '../snapshot/paths.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { headersFile, redirectPage, redirectsFile } from './own-files.ts';
import type { Task } from './plan.ts';
import type { Targets } from './release-targets.ts';
import type { Rendered, Renderer } from './render.ts';
import { hashOf } from './target.ts';
import { departureMaps, headerFiles } from './web-server-files.ts';

/** What came of a task: done, with whether a file was written or taken away, or failed. */
export type Outcome =
  (Done & { wrote: boolean }) | { path: string; failed: string; dependencies: readonly Dependency[] };

/** All that a task is performed with. */
export interface Workshop extends Targets {
  snapshot: Snapshot;
  renderer: Renderer;
  publicUrl: string;
}

async function configure({ configuration }: Workshop, files: Readonly<Record<string, string>>): Promise<void> {
  const puts = Object.entries(files).map(([name, text]) =>
    configuration.put(`/${name}`, new TextEncoder().encode(text)),
  );
  await Promise.all(puts);
  await configuration.settle();
}

/** The text of a file that the builder writes by itself; what web servers are told of the same is in place before it. */
async function ownFile(workshop: Workshop, path: string): Promise<string> {
  if (path === headersPath) {
    await configure(workshop, headerFiles);
    return headersFile;
  }
  const left = departures(workshop.snapshot);
  await configure(workshop, departureMaps(left));
  return redirectsFile(left);
}

async function bytesOf(workshop: Workshop, { path, standing }: Task): Promise<Rendered> {
  const { renderer, publicUrl } = workshop;
  if (standing.is === 'page') return renderer.render(path);
  const text = standing.is === 'redirect' ? redirectPage(standing.to, publicUrl) : await ownFile(workshop, path);
  return { bytes: new TextEncoder().encode(text), dependencies: [], shown: [] };
}

/** A task with its bytes, where it is to have any. */
export interface Made {
  task: Task;
  rendered: Rendered | undefined;
}

/** Makes a path's bytes. */
export const make = async (workshop: Workshop, task: Task): Promise<Made> => ({
  task,
  rendered: task.standing.is === 'nothing' ? undefined : await bytesOf(workshop, task),
});

/**
 * Puts a path's file in place, where the bytes differ from those that are there; or takes the file away.
 * @param order.bring Is waited for with what the page shows, before its file is put in place.
 * @param order.after What must be in place before.
 */
export async function place(
  { target }: Workshop,
  { task, rendered }: Made,
  { bring, after }: { bring?: (shown: readonly string[]) => Promise<void>; after?: Promise<unknown> } = {},
): Promise<Outcome> {
  const { path } = task;
  if (!rendered) {
    await after;
    await target.remove(path);
    return { path, hash: undefined, dependencies: [], wrote: task.hash !== null };
  }
  const { dependencies, shown } = rendered;
  if ('failed' in rendered) return { path, failed: rendered.failed, dependencies };
  const hash = hashOf(rendered.bytes);
  const wrote = hash !== task.hash;
  if (wrote) {
    const before = Promise.all([after, bring?.(shown)]);
    // Where the bytes cannot even be made ready, nobody waits for it.
    before.catch(() => undefined);
    await target.put(path, rendered.bytes, before);
  }
  return { path, hash, dependencies, wrote };
}

/** Renders a path and puts its file in place. */
export const perform = async (workshop: Workshop, task: Task) => place(workshop, await make(workshop, task));
