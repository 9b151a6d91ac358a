import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { runChild } from '../../scripts/child.ts';
import { databaseURL, startPostgres } from '../../scripts/postgres.ts';
import { template } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    clusterURL: string;
  }
}

interface Cluster {
  url: string;
  stop: () => Promise<void>;
}

// Each project loads this file anew, and they share one cluster: what is one per run stands on globalThis.
const shared = globalThis as { datelineCluster?: Promise<Cluster>; datelineClusterUsers?: number };

/** Starts one PostgreSQL for the whole run, with a migrated template database that test files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.datelineClusterUsers = (shared.datelineClusterUsers ?? 0) + 1;
  shared.datelineCluster ??= startCluster();
  const cluster = await shared.datelineCluster;
  project.provide('clusterURL', cluster.url);
  return async () => {
    shared.datelineClusterUsers! -= 1;
    if (shared.datelineClusterUsers === 0) await cluster.stop();
  };
}

async function startCluster(): Promise<Cluster> {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'dateline-test-'));
  const postgres = await startPostgres({ dir, temporary: true });
  const stop = async () => {
    await postgres.stop();
    await fs.rm(dir, { recursive: true });
  };
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await client.connect();
    await client.query(`CREATE DATABASE ${template}`);
    await client.end();
    await runChild('cms/commands/migrate.ts', {
      DATABASE_URL: databaseURL(postgres.url, template),
      PAYLOAD_SECRET: randomUUID(),
      FEED_TOKEN: randomUUID(),
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: postgres.url, stop };
}
