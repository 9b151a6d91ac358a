import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import type { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { findBinaries } from './postgres-binaries.ts';
import { Sentence } from './sentence.ts';

const run = promisify(execFile);
const superuser = 'dateline';
const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC', NODE_ENV: 'production' } as const;

export interface PostgresOptions {
  /** Where the cluster's record and its log lie; its data too, unless we are root. Made if missing. */
  dir: string;
  /** For tests: no fsync, and the data are removed when it stops, however it stops. */
  temporary?: boolean;
  /** The port to take if it is free: that of the same cluster before. */
  port?: number;
  /** Fail rather than take another port. */
  onlyPort?: boolean;
}

export interface Postgres {
  /** Names the maintenance database `postgres`; see {@link databaseURL} for others. */
  url: string;
  dataDir: string;
  /** Resolves when the server has gone, be it by `stop` or by itself. */
  gone: Promise<void>;
  stop: () => Promise<void>;
}

interface Cluster {
  dataDir: string;
  password: string;
}

/** The URL of another database of the same server. */
export function databaseURL(serverURL: string, database: string): string {
  const url = new URL(serverURL);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * Starts an embedded PostgreSQL on a free port of the loopback interface, with the data that `dir` records.
 * It stops when this process ends, even if it is killed. The caller sees to it that nobody else starts the same `dir`.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  await fs.mkdir(options.dir, { recursive: true });
  const binaries = await findBinaries();
  const user = await findUser();
  const cluster = await findCluster(options, user);
  await stopStale(cluster.dataDir);
  if (!existsSync(path.join(cluster.dataDir, 'PG_VERSION'))) await initialise(binaries, cluster, user);
  for (let attempt = 1; ; attempt++) {
    const port = options.port && (attempt === 1 || options.onlyPort) ? options.port : await freePort('127.0.0.1');
    const server = await launch(binaries, cluster, user, port, options);
    if (server) return server;
    if (attempt === 3) {
      const log = path.join(options.dir, 'postgres.log');
      throw new Sentence(`The embedded PostgreSQL did not start; its last words are in ${log}.`);
    }
  }
}

/** Removes a cluster that is not running: its data and its record. */
export async function removePostgres(dir: string): Promise<void> {
  const cluster = await readCluster(dir);
  if (cluster) {
    await stopStale(cluster.dataDir);
    await fs.rm(cluster.dataDir, { recursive: true, force: true });
  }
  await fs.rm(recordOf(dir), { force: true });
}

/** The address of a cluster that is running now. */
export async function findRunning(dir: string): Promise<string | undefined> {
  const cluster = await readCluster(dir);
  if (!cluster) return undefined;
  const [pid, , , port] = (await readLockFile(cluster.dataDir)) ?? [];
  if (!pid || !(await commandOf(Number(pid))).includes(cluster.dataDir)) return undefined;
  return addressOf(cluster, Number(port));
}

const recordOf = (dir: string) => path.join(dir, 'postgres.json');

async function readCluster(dir: string): Promise<Cluster | undefined> {
  if (!existsSync(recordOf(dir))) return undefined;
  return JSON.parse(await fs.readFile(recordOf(dir), 'utf8')) as Cluster;
}

type User = { uid: number; gid: number } | undefined;

/** Whom PostgreSQL runs as: root may not run it, so `nobody` does. */
async function findUser(): Promise<User> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await fs.readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const nobody = users.find(([name]) => name === 'nobody');
  if (!nobody)
    throw new Sentence('PostgreSQL does not run as root, and there is no user nobody: start as another user.');
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}

async function findCluster({ dir, temporary }: PostgresOptions, user: User): Promise<Cluster> {
  const known = await readCluster(dir);
  if (known && existsSync(known.dataDir)) return known;
  const name = randomUUID();
  let dataDir = path.join(dir, 'postgres');
  // As root the data lie outside the checkout, where nobody can read them. All that runs as nobody could, did it know the name.
  if (user) dataDir = temporary ? path.join('/var/tmp', `dateline-${name}`) : path.join('/var/lib/dateline', name);
  else if (temporary) dataDir = path.join(os.tmpdir(), `dateline-${name}`);
  if (user && !temporary) await fs.mkdir('/var/lib/dateline', { recursive: true, mode: 0o711 });
  await fs.mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (user) await fs.chown(dataDir, user.uid, user.gid);
  const cluster = { dataDir, password: randomBytes(24).toString('base64url') };
  await fs.writeFile(recordOf(dir), JSON.stringify(cluster), { mode: 0o600 });
  return cluster;
}

async function initialise(binaries: string, cluster: Cluster, user: User): Promise<void> {
  // What an interrupted initdb left behind would make the next one refuse.
  for (const entry of await fs.readdir(cluster.dataDir)) {
    await fs.rm(path.join(cluster.dataDir, entry), { recursive: true });
  }
  const passwordFile = `${cluster.dataDir}.password`;
  await fs.writeFile(passwordFile, cluster.password, { mode: 0o600 });
  if (user) await fs.chown(passwordFile, user.uid, user.gid);
  const args = ['-D', cluster.dataDir, '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  args.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync');
  try {
    await run(path.join(binaries, 'bin', 'initdb'), args, { ...user, cwd: '/', env: serverEnvironment });
  } finally {
    await fs.rm(passwordFile);
  }
}

/*
 * The shell around the server waits for its standard input to end, which the kernel sees to when this process goes, however
 * that happens, and then asks the server for a fast shutdown.
 */
const keeper = `
  "$@" </dev/null & server=$!
  { read -r _ <&3; kill -INT $server; } 2>/dev/null & watch=$!
  wait $server; status=$?
  kill $watch 2>/dev/null
  [ -z "$REMOVE" ] || rm -rf "$REMOVE"
  exit $status
`;

async function launch(
  binaries: string,
  cluster: Cluster,
  user: User,
  port: number,
  { dir, temporary }: PostgresOptions,
): Promise<Postgres | undefined> {
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=200'];
  if (temporary) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  const command = [path.join(binaries, 'bin', 'postgres'), '-D', cluster.dataDir];
  const log = await fs.open(path.join(dir, 'postgres.log'), 'a', 0o600);
  const child = spawn('/bin/sh', ['-c', keeper, 'keeper', ...command, ...settings.flatMap((s) => ['-c', s])], {
    ...user,
    cwd: '/',
    // A group of its own, so that Ctrl-C in a terminal reaches the server last and through us.
    detached: true,
    env: { ...serverEnvironment, REMOVE: temporary ? cluster.dataDir : '' },
    stdio: ['ignore', log.fd, log.fd, 'pipe'],
  });
  await log.close();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const pipe = child.stdio[3] as Socket;
  // Neither may keep alive a process that has nothing else to do.
  pipe.unref();
  pipe.on('error', () => {});
  if (!(await answers(child, port, cluster.dataDir))) return undefined;
  child.unref();
  return { url: addressOf(cluster, port), dataDir: cluster.dataDir, gone, stop: () => (pipe.end(), child.ref(), gone) };
}

/** Waits until the server says in its own lock file that it is ready, or has ended. */
async function answers(child: ChildProcess, port: number, dataDir: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const lines = (await readLockFile(dataDir)) ?? [];
    if (lines[3] === String(port) && lines[7]?.trim() === 'ready') return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** The lines of the server's own lock file: its process, its port, its state. */
async function readLockFile(dataDir: string): Promise<string[] | undefined> {
  const text = await fs.readFile(path.join(dataDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text?.split('\n');
}

const addressOf = (cluster: Cluster, port: number) =>
  `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/postgres`;

/** Stops a server that outlived whoever started it, so that its data can be served again. */
async function stopStale(dataDir: string): Promise<void> {
  const pid = Number((await readLockFile(dataDir))?.[0]);
  if (!pid) return;
  const serves = async () => (await commandOf(pid)).includes(dataDir);
  if (await serves()) process.kill(pid, 'SIGINT');
  while (await serves()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The command line of a process, empty where there is none: a recorded id may long be somebody else's. */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return fs.readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return run('ps', ['-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
