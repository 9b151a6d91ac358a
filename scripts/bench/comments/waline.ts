import fs from 'node:fs';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { baseEnvironment } from '../../env.ts';
import { freePort } from '../../free-port.ts';
import { runTool } from '../peers/tool.ts';
import type { Shot } from './load.ts';
import { untilAnswered } from './scene.ts';

const version = '1.39.3';

/*
 * Its tables, which it does not make itself, with the columns that it reads and writes and, as in its own documentation, no index
 * but that of the primary key.
 */
const tables = `
  create table wl_comment (
    id serial primary key, user_id int, comment text, insertedat timestamp, ip varchar(100), link varchar(255),
    mail varchar(255), nick varchar(255), pid int, rid int, sticky numeric, status varchar(50) not null default '',
    "like" numeric, ua text, url varchar(255), createdat timestamp default now(), updatedat timestamp default now());
  create table wl_users (
    id serial primary key, display_name varchar(255) not null default '', email varchar(255) not null default '',
    password varchar(255) not null default '', type varchar(50) not null default '', label varchar(255),
    url varchar(255), avatar varchar(255), github varchar(255), twitter varchar(255), facebook varchar(255),
    google varchar(255), weibo varchar(255), qq varchar(255), "2fa" varchar(32),
    createdat timestamp default now(), updatedat timestamp default now());
  create table wl_counter (
    id serial primary key, time int, reaction0 int, reaction1 int, reaction2 int, reaction3 int, reaction4 int,
    reaction5 int, reaction6 int, reaction7 int, reaction8 int, url varchar(255) not null default '',
    createdat timestamp default now(), updatedat timestamp default now());`;

/** Waline while it runs. */
export interface Waline {
  pid: number;
  port: number;
  stop: () => Promise<void>;
}

interface WalineJob {
  /** A directory of its own, in which it is installed. */
  dir: string;
  /** An empty database. */
  databaseURL: string;
  signal: AbortSignal;
}

/** For every request it asks a service elsewhere through whom people may sign in. Here it is told at once that there is nobody. */
async function startNobody() {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{"services":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

/** Brings Waline with npm and starts it as its documentation says, on one process as ours. Throws where it cannot be had. */
export async function startWaline({ dir, databaseURL, signal }: WalineJob): Promise<Waline> {
  fs.mkdirSync(dir, { recursive: true });
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@waline/vercel@${version}`];
  await runTool('npm', args, { cwd: dir, env: baseEnvironment(), signal });
  const entry = path.join(dir, 'node_modules/@waline/vercel/vanilla.js');
  if (!fs.existsSync(entry)) throw new Error('npm installed no Waline.');
  const client = new pg.Client({ connectionString: databaseURL });
  await client.connect();
  await client.query(tables);
  await client.end();
  const { hostname, port, username, password, pathname } = new URL(databaseURL);
  const own = await freePort('127.0.0.1');
  const nobody = await startNobody();
  const env = {
    ...baseEnvironment(),
    PG_HOST: hostname,
    PG_PORT: port,
    PG_USER: username,
    PG_PASSWORD: password,
    PG_DB: pathname.slice(1),
    JWT_TOKEN: 'only-for-the-bench',
    OAUTH_URL: nobody.url,
    // One comment a second from each address; nothing is asked of services elsewhere.
    IPQPS: '1',
    AKISMET_KEY: 'false',
    DISABLE_REGION: 'true',
    DISABLE_USERAGENT: 'true',
  };
  // A group of its own, so that its workers end with it.
  const child = spawn(process.execPath, [entry, String(own)], { cwd: dir, env, detached: true, stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await gone;
    nobody.close();
  };
  try {
    await untilAnswered(own, () => walineList('bench'), 200, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid ?? 0, port: own, stop };
}

/** The newest comments of a page. */
export const walineList = (page: string): Shot => ({
  method: 'GET',
  path: `/api/comment?path=${encodeURIComponent(`/${page}/`)}&pageSize=50&page=1&sortBy=insertedAt_desc`,
  headers: {},
});

/** A comment under a page, by somebody who only gives a name. */
export const walinePost = (page: string, address: string, text: string): Shot => ({
  method: 'POST',
  path: '/api/comment',
  headers: {
    'content-type': 'application/json',
    'x-forwarded-for': address,
    'x-real-ip': address,
    'user-agent': 'bench',
  },
  body: JSON.stringify({
    url: `/${page}/`,
    comment: text,
    nick: 'Reader',
    mail: 'reader@example.org',
    link: '',
    ua: '',
  }),
});
