import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { runChild } from '../../child.ts';
import { databaseURL, removePostgres, startPostgres } from '../../postgres.ts';
import { step } from '../../progress.ts';
import { treeOf } from '../memory.ts';

/** A PostgreSQL of the bench's own: durable, as in production, and taken away with its data. */
export interface Cluster {
  /** A newsroom's database with all its tables and nothing in them. Returns its URL. */
  createDatabase: (name: string) => Promise<string>;
  urlOf: (name: string) => string;
  dropDatabase: (name: string) => Promise<void>;
  /** Kills every process of the server, as a failing machine would. */
  kill: () => Promise<void>;
  /** Starts it again after that, where it was, and resolves when it takes connections. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

const template = 'template_newsroom';

/** @param dir Where its record and its log lie, and whatever else a newsroom puts on disk. */
async function startCluster(dir: string): Promise<Cluster> {
  let postgres = await startPostgres({ dir });
  const stop = async () => {
    await postgres.stop();
    await removePostgres(dir);
  };
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  try {
    await run(`create database ${template}`);
    const env = { ...environmentIn(dir), DATABASE_URL: databaseURL(postgres.url, template), FEED_TOKEN: randomUUID() };
    await runChild('cms/commands/migrate.ts', env);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    createDatabase: async (name) => {
      await run(`create database ${name} template ${template}`);
      return databaseURL(postgres.url, name);
    },
    urlOf: (name) => databaseURL(postgres.url, name),
    dropDatabase: (name) => run(`drop database if exists ${name} with (force)`),
    kill: async () => {
      const record = await fs.readFile(path.join(postgres.dataDir, 'postmaster.pid'), 'utf8');
      for (const pid of treeOf(Number(record.split('\n')[0]))) process.kill(pid, 'SIGKILL');
      await postgres.gone;
    },
    restart: async () => {
      postgres = await startPostgres({ dir, port: Number(new URL(postgres.url).port), onlyPort: true });
    },
    stop,
  };
}

/** Works on a cluster in a directory for temporary files, both taken away at the end. */
export async function onCluster<T>(work: (cluster: Cluster, dir: string) => Promise<T>): Promise<T> {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'dateline-bench-'));
  try {
    const cluster = await step('Starting PostgreSQL', () => startCluster(dir));
    try {
      return await work(cluster, dir);
    } finally {
      await cluster.stop();
    }
  } finally {
    await fs.rm(dir, { recursive: true, force: true });
  }
}

/** What the CMS is told besides its database. */
export const environmentIn = (dir: string) => ({
  PAYLOAD_SECRET: randomUUID(),
  MEDIA_DIR: path.join(dir, 'media'),
  MAIL_DIR: path.join(dir, 'mail'),
});
