/*
 * npm start, npm test, npm run reset and their like: node scripts/run.mjs <command> [arguments].
 * Plain JavaScript without a dependency, for any Node from 20.9 on: it fetches the packages, the Node that everything
 * else runs on among them, and hands over to scripts/<command>.ts.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withLock } from './lock.mjs';

const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const pnpm = 'pnpm@10.34.8';
const commands = [
  'start',
  'test',
  'reset',
  'dev',
  'check',
  'create-admin',
  'project',
  'import-comments',
  'export-comments',
  'site',
  'migrate-create',
  'format',
  'soak',
  'bench/publish',
  'bench/comments',
];
const [command, ...rest] = process.argv.slice(2);

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** @param {string} lowest @param {string} version */
function isAtLeast(lowest, version) {
  const [major = 0, minor = 0] = lowest.split('.').map(Number);
  const [ourMajor = 0, ourMinor = 0] = version.split('.').map(Number);
  return ourMajor > major || (ourMajor === major && ourMinor >= minor);
}

/** What the installed packages follow from. */
function hashOfPackages() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${pnpm}`);
  for (const folder of ['.', 'shared', 'cms', 'site'])
    hash.update(readFileSync(path.join(root, folder, 'package.json')));
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

async function installPackages() {
  const mark = path.join(root, 'node_modules', '.dateline-installed');
  const isInstalled = () => existsSync(mark) && readFileSync(mark, 'utf8') === hashOfPackages();
  if (isInstalled()) return;
  const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
  const install = async () => {
    if (isInstalled()) return;
    say('Installing packages: the first time takes about half a minute …');
    const since = Date.now();
    const args = [
      '--yes',
      pnpm,
      'install',
      '--frozen-lockfile',
      '--loglevel=info',
      '--config.confirm-modules-purge=false',
    ];
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
    const env = { ...process.env, npm_config_loglevel: 'error', npm_config_update_notifier: 'false' };
    const code = await run(npx, args, { env, stdio: 'inherit' });
    if (code !== 0) giveUp('The packages could not be installed: what went wrong stands above.');
    writeFileSync(mark, hashOfPackages());
    say(`Packages are installed (${Math.round((Date.now() - since) / 1000)} s).`);
  };
  await withLock(`install ${root}`, install, () => say('Packages are being installed by another process: waiting …'));
}

/** The Node 24 that came with the packages, or our own where it will do. */
function findNode() {
  const brought = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(brought)) return { node: brought, flags: [] };
  if (!isAtLeast('22.12', process.versions.node)) {
    giveUp(
      `No Node comes along for ${process.platform} on ${process.arch}: install Node 22.12 or newer; this is ${process.versions.node}.`,
    );
  }
  const flags = isAtLeast('22.18', process.versions.node) ? [] : ['--experimental-strip-types'];
  return {
    node: process.execPath,
    flags: isAtLeast('22.13', process.versions.node) ? flags : [...flags, '--experimental-sqlite'],
  };
}

/** @param {number} pid @param {string} file @returns {string} Empty where there is no such process, or no /proc. */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Our parent; where that is the shell that stands in for `node` in node_modules/.bin, its parent too. */
function forebears() {
  const isShim = readProc(process.ppid, 'cmdline').includes('run.mjs');
  const grandparent = isShim ? readProc(process.ppid, 'stat').split(') ').pop()?.split(' ')[1] : '';
  return `${process.ppid} ${grandparent}`;
}

/**
 * npm passes on what it is told, but not that it was killed: then we are somebody else's child.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const before = forebears();
  setInterval(() => forebears() !== before && stop(), 1_000).unref();
}

/**
 * Runs a program to its end and passes on every signal that we are sent.
 * @param {string} file @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} Its exit code.
 */
function run(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, ...options });
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, () => child.kill(signal));
    stopWithNpm(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

if (!isAtLeast('20.9', process.versions.node)) {
  giveUp(`Dateline needs Node 20.9 or newer; this is ${process.versions.node}.`);
}
if (!command || !commands.includes(command)) giveUp(`Say what to run: node scripts/run.mjs ${commands.join('|')}.`);
await installPackages();
const { node, flags } = findNode();
const script = path.join(root, 'scripts', `${command}.ts`);
const args = [...flags, '--disable-warning=ExperimentalWarning', script, ...rest];
// The channel ends when we do, however that happens, and what we started then stops by itself.
process.exitCode = await run(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
