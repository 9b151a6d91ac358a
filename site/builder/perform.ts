import { departures, type Done } from '../snapshot/routes.ts';
import { redirectsPath } from '../snapshot/paths.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { hashOf, placeFile, removeFile, type Outlet } from './deploy.ts';
import { headersFile, redirectPage, redirectsFile } from './own-files.ts';
import type { Task } from './plan.ts';
import type { Rendered, Renderer } from './render.ts';

/** What came of a task: done, with whether a file was written or taken away, or failed. */
export type Outcome = (Done & { wrote: boolean }) | { path: string; failed: string };

/** All that a task is performed with. */
export interface Workshop {
  snapshot: Snapshot;
  renderer: Renderer;
  outlet: Outlet;
  publicUrl: string;
}

async function bytesOf({ snapshot, renderer, publicUrl }: Workshop, { path, standing }: Task): Promise<Rendered> {
  if (standing.is === 'page') return renderer.render(path);
  const text =
    standing.is === 'redirect'
      ? redirectPage(standing.to, publicUrl)
      : path === redirectsPath
        ? redirectsFile(departures(snapshot))
        : headersFile;
  return { bytes: new TextEncoder().encode(text), dependencies: [] };
}

/** Renders a path and puts its file in place, where the bytes differ from those that are there; or takes the file away. */
export async function perform(workshop: Workshop, task: Task): Promise<Outcome> {
  const { path } = task;
  if (task.standing.is === 'nothing') {
    removeFile(workshop.outlet, path);
    return { path, hash: undefined, dependencies: [], wrote: task.hash !== null };
  }
  const rendered = await bytesOf(workshop, task);
  if ('failed' in rendered) return { path, failed: rendered.failed };
  const hash = hashOf(rendered.bytes);
  const wrote = hash !== task.hash;
  if (wrote) placeFile(workshop.outlet, path, rendered.bytes);
  return { path, hash, dependencies: rendered.dependencies, wrote };
}
