import { buildAdmin, buildSite } from './build.ts';
import { runChild } from './child.ts';
import { startDatabase, type Database } from './database.ts';
import type { Settings } from './env.ts';
import { environmentOf } from './environment-of.ts';
import { findPort } from './installation.ts';
import { freePort } from './free-port.ts';
import { step } from './progress.ts';
import { fillSample } from './sample.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { startService, type Ready, type Service } from './service.ts';

export interface StackOptions {
  settings: Settings;
  /** Fill the newsroom with the sample, if that has not been done. */
  sample: boolean;
  /** Hears every line that a process says. */
  onLine: (name: string, line: string) => void;
}

export interface Stack {
  siteURL: string;
  adminURL: string;
  feedURL: string;
  feedToken: string;
  siteDir: string;
  mailDir: string;
  secrets: Secrets;
  database: Database;
  /** Stops everything, the database last. */
  stop: () => Promise<void>;
}

/**
 * Starts the whole of Dateline: database, reader server, desk and resident builder, each in a process of its own.
 * Where one cannot start, all that has been started is stopped again.
 */
export async function startStack({ settings, sample, onLine }: StackOptions): Promise<Stack> {
  const port = await findPort(settings);
  const dir = settings.DATELINE_DIR;
  const database = await startDatabase(settings.DATABASE_URL, dir, (line) => onLine('database', line));
  const services: Service[] = [];
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()));
    await database.stop();
  };
  try {
    const builds = Promise.all([buildSite(), buildAdmin()]);
    // What goes wrong beside them is told first.
    builds.catch(() => {});
    let secrets = await readSecrets(dir);
    const env = environmentOf(settings, secrets, database.url, port);
    await step('Migrating the database', () => runChild('cms/commands/migrate.ts', env));
    if (sample && !secrets.editor)
      secrets = await step('Filling the sample newsroom', () => fillSample(dir, env, secrets));
    const [bundle, dist] = await builds;
    const feedURL = await startServices({ env, bundle, dist, feedPort: settings.FEED_PORT, services, onLine });
    return {
      siteURL: `${env.PUBLIC_URL}/`,
      adminURL: `${env.ADMIN_URL}/admin`,
      feedURL,
      feedToken: env.FEED_TOKEN,
      siteDir: env.SITE_DIR,
      mailDir: env.MAIL_DIR,
      secrets,
      database,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface ServicesOptions extends Pick<StackOptions, 'onLine'> {
  env: Record<string, string> & { FEED_HOST: string };
  bundle: string;
  dist: string;
  feedPort: number;
  /** Takes in each service that is up. */
  services: Service[];
}

/** Returns the feed's address. */
async function startServices({ env, bundle, dist, feedPort, services, onLine }: ServicesOptions): Promise<string> {
  const add = async (
    name: string,
    title: string,
    file: string,
    own: (last?: Ready) => Record<string, string>,
    args: string[] = [],
  ) => {
    const starting = startService({
      file,
      args,
      env: (last) => ({ ...env, ...own(last) }),
      onLine: (line) => onLine(name, line),
    });
    const service = await step(title, () => starting);
    services.push(service);
    return service.ready;
  };
  const previewPort = String(await freePort('127.0.0.1'));
  const desk = await add('desk', 'Opening the desk', 'cms/server/admin.ts', (last) => ({
    NEXT_DIST: dist,
    ADMIN_PORT: String(last?.port ?? 0),
    PREVIEW_URL: `http://127.0.0.1:${previewPort}`,
  }));
  const server = await add('server', 'Opening the site', 'cms/server/main.ts', (last) => ({
    ADMIN_UPSTREAM: `http://127.0.0.1:${desk.port}`,
    FEED_PORT: String(last?.feedPort ?? feedPort),
  }));
  const feedURL = `http://${env.FEED_HOST}:${server.feedPort}`;
  const builder = () => ({ FEED_URL: feedURL, SITE_BUNDLE: bundle, PREVIEW_PORT: previewPort });
  await add('builder', 'Building the pages', 'site/builder/main.ts', builder, ['watch']);
  return feedURL;
}
