import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** As much of Astro's `RouteData` as the renderer needs. */
interface RouteData {
  route: string;
  type: string;
  origin: string;
  pathname?: string;
}

/** As much of Astro's app as the renderer needs. */
interface SiteApp {
  manifest: { site?: string; routes: { routeData: RouteData }[] };
  match(request: Request): RouteData | undefined;
  render(request: Request, options: { locals: object; routeData: RouteData }): Promise<Response>;
}

/** The site as `astro build` bundled it, loaded into this process. */
export interface Bundle {
  app: SiteApp;
  directory: string;
  origin: string;
  /** The pages and endpoints that no document stands behind, by path on the site. */
  fixed: ReadonlyMap<string, RouteData>;
}

const entryOf = (directory: string) => join(directory, 'server', 'entry.mjs');

/** The files that the bundle brings along: `_astro/` and what `site/public` holds. */
export const assetsOf = (directory: string) => join(directory, 'client');

function fixedPath({ type, pathname }: RouteData): string | undefined {
  if (!pathname) return undefined;
  if (type === 'endpoint') return pathname;
  if (/^\/(404|410|500)$/.test(pathname)) return `${pathname}.html`;
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

/** @throws One sentence, where no bundle is. */
export function requireBundle(directory: string): void {
  if (!existsSync(entryOf(directory)))
    throw new Error(`There is no site bundle at ${directory}. Run "astro build" in site/ first.`);
}

/**
 * Loads the bundle. A process can hold one only.
 * @param publicUrl Where readers find the site; it wins over the one that the bundle was built with.
 */
export async function loadBundle(directory: string, publicUrl: string): Promise<Bundle> {
  requireBundle(directory);
  const { app } = (await import(pathToFileURL(entryOf(directory)).href)) as { app: SiteApp };
  app.manifest.site = publicUrl;
  const own = app.manifest.routes.map(({ routeData }) => routeData).filter((route) => route.origin === 'project');
  const fixed = own.flatMap((route): [string, RouteData][] => {
    const path = route.type === 'page' || route.type === 'endpoint' ? fixedPath(route) : undefined;
    return path ? [[path, route]] : [];
  });
  return { app, directory, origin: new URL(publicUrl).origin, fixed: new Map(fixed) };
}

/** A name for what pages come out of besides documents: the bundle's bytes and the address of the site. */
export async function bundleId(directory: string, publicUrl: string): Promise<string> {
  const files: string[] = [];
  for await (const file of glob('**/*.*', { cwd: directory })) files.push(file);
  const parts = files.sort().map((file) => `${file} ${hash('sha256', readFileSync(join(directory, file)))}`);
  return hash('sha256', [publicUrl, ...parts].join('\n')).slice(0, 16);
}
