import { join, resolve } from 'node:path';
import { z } from 'zod';
import { clockFrom, type Clock } from './snapshot/clock.ts';

const url = (name: string) =>
  z.url({ protocol: /^https?$/, error: `Set ${name} to an address, such as http://localhost:4321.` });
const said = (name: string, what: string) => z.string(`Set ${name} to ${what}.`).min(1, `Set ${name} to ${what}.`);

const astroSettings = z.object({
  PUBLIC_URL: url('PUBLIC_URL').default('http://localhost:4321'),
  /** Where `astro dev` passes the reader API's requests on to. */
  API_UPSTREAM: url('API_UPSTREAM').optional(),
  SITE_OUTPUT: z.enum(['server', 'static'], 'Set SITE_OUTPUT to server or static.').default('server'),
});

/** For tests: a file with the instant at which pages are made. */
const clockFile = said('SITE_CLOCK', 'a file with an instant').optional();

const snapshotSettings = z.object({
  SITE_SNAPSHOT: said(
    'SITE_SNAPSHOT',
    'the snapshot file that pages are made from, such as .dateline/site/current/snapshot.sqlite',
  ),
});

const yesOrNo = (name: string) => z.enum(['true', 'false'], `Set ${name} to true or false.`).default('true');

const files = {
  /** Whether files of text get compressed siblings, which web servers send as they are. */
  SITE_PRECOMPRESS: yesOrNo('SITE_PRECOMPRESS'),
  /** Whether what counts as done outlives a loss of power. */
  SITE_DURABLE: yesOrNo('SITE_DURABLE'),
};

/** How the resident builder goes about its work. */
const ways = {
  /** Where, on loopback, it shows the desk its drafts; without one it does not. */
  PREVIEW_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'Set PREVIEW_PORT to a port.')
    .optional(),
  /** Up to how many routes new settings are rendered into the pages that readers are on; above, into a release of their own. */
  SITE_IN_PLACE: z
    .string()
    .regex(/^\d{1,9}$/, 'Set SITE_IN_PLACE to a number of routes.')
    .default('2000'),
};

const builderSettings = z.object({
  PUBLIC_URL: url('PUBLIC_URL').default('http://localhost:4321'),
  FEED_URL: url('FEED_URL'),
  FEED_TOKEN: said('FEED_TOKEN', "the feed's token"),
  SITE_DIR: said('SITE_DIR', 'the directory that the site is written to'),
  SITE_BUNDLE: said('SITE_BUNDLE', 'the directory that astro build wrote the site bundle to'),
  ...files,
  ...ways,
  SITE_CLOCK: clockFile,
});

const siteDirectory = z.object({
  DATELINE_DIR: z.string().default(resolve(import.meta.dirname, '../.dateline')),
  SITE_DIR: z.string().optional(),
});

const siteSettings = z.object({
  PUBLIC_URL: url('PUBLIC_URL'),
  FEED_URL: url('FEED_URL'),
  FEED_TOKEN: builderSettings.shape.FEED_TOKEN,
  SITE_BUNDLE: z.string().optional(),
  ...files,
  ...ways,
});

export type BuilderSettings = z.infer<typeof builderSettings>;

/** How the files of a site are kept, as a builder is set. */
export const fileSettings = (settings: Pick<BuilderSettings, keyof typeof files>) => ({
  precompress: settings.SITE_PRECOMPRESS === 'true',
  durable: settings.SITE_DURABLE === 'true',
});

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

/** What time it is for pages. */
export const readClock = (): Clock => clockFrom(parsed(z.object({ SITE_CLOCK: clockFile })).SITE_CLOCK);

const failpointSetting = z
  .string()
  .regex(/^([a-z ]+ )?[1-9]\d*$/, 'Set SITE_FAILPOINT to a number, or a name and a number, such as "before record 1".')
  .optional();

/** For tests: at which pass of a failpoint, or of one by name, a process of the builder ends; undefined for none. */
export function readFailpoint(): { name: string; passes: number } | undefined {
  const given = parsed(z.object({ SITE_FAILPOINT: failpointSetting })).SITE_FAILPOINT;
  const [, name = '', passes] = /^(?:(.+) )?(\d+)$/.exec(given ?? '') ?? [];
  return passes ? { name, passes: Number(passes) } : undefined;
}

/** What the builder runs with. Throws one sentence that names the setting which is missing or wrong. */
export const readBuilderSettings = () => parsed(builderSettings);

/** Where the site is, or is to be: where the whole product has it, unless something else is said. */
export function readSiteDir(): string {
  const { DATELINE_DIR, SITE_DIR = join(DATELINE_DIR, 'site') } = parsed(siteDirectory);
  return resolve(SITE_DIR);
}

/** What building the site by a command of its own runs with. */
export const readSiteSettings = () => ({ ...parsed(siteSettings), SITE_DIR: readSiteDir() });

/** The environment of a child that runs with these settings. */
export const environmentWith = (settings: BuilderSettings) => ({ ...process.env, ...settings });
