import { join, resolve } from 'node:path';
import { z } from 'zod';

const url = (name: string) =>
  z.url({ protocol: /^https?$/, error: `Set ${name} to an address, such as http://localhost:4321.` });
const said = (name: string, what: string) => z.string(`Set ${name} to ${what}.`).min(1, `Set ${name} to ${what}.`);

const astroSettings = z.object({
  PUBLIC_URL: url('PUBLIC_URL').default('http://localhost:4321'),
  /** Where `astro dev` passes the reader API's requests on to. */
  API_UPSTREAM: url('API_UPSTREAM').optional(),
  SITE_OUTPUT: z.enum(['server', 'static'], 'Set SITE_OUTPUT to server or static.').default('server'),
});

const snapshotSettings = z.object({
  SITE_SNAPSHOT: said(
    'SITE_SNAPSHOT',
    'the snapshot file that pages are made from, such as .dateline/site/current/snapshot.sqlite',
  ),
});

const builderSettings = z.object({
  PUBLIC_URL: url('PUBLIC_URL').default('http://localhost:4321'),
  FEED_URL: url('FEED_URL'),
  FEED_TOKEN: said('FEED_TOKEN', "the feed's token"),
  SITE_DIR: said('SITE_DIR', 'the directory that the site is written to'),
  SITE_BUNDLE: said('SITE_BUNDLE', 'the directory that astro build wrote the site bundle to'),
});

const siteSettings = z.object({
  PUBLIC_URL: url('PUBLIC_URL'),
  FEED_URL: url('FEED_URL'),
  FEED_TOKEN: builderSettings.shape.FEED_TOKEN,
  DATELINE_DIR: z.string().default(resolve(import.meta.dirname, '../.dateline')),
  SITE_DIR: z.string().optional(),
  SITE_BUNDLE: z.string().optional(),
});

export type BuilderSettings = z.infer<typeof builderSettings>;

function parsed<T>(schema: z.ZodType<T>): T {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new Error(result.error.issues[0]?.message ?? 'The environment could not be read.');
}

/** How Astro builds: a server bundle for the renderer, or the plain static output that tests hold it against. */
export const readAstroSettings = () => parsed(astroSettings);

/** The snapshot that `astro dev` and a static build read. */
export const readSnapshotFile = () => parsed(snapshotSettings).SITE_SNAPSHOT;

/** What the builder runs with. Throws one sentence that names the setting which is missing or wrong. */
export const readBuilderSettings = () => parsed(builderSettings);

/** What building the site by a command of its own runs with: files go where the whole product has them. */
export function readSiteSettings() {
  const { DATELINE_DIR, SITE_DIR = join(DATELINE_DIR, 'site'), ...given } = parsed(siteSettings);
  return { ...given, SITE_DIR: resolve(SITE_DIR) };
}
