import { createHash } from 'node:crypto';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * Holds a lock that dies with its holder, so that none is ever left behind: a socket's address, which the kernel
 * gives to one process only. Plain JavaScript, because it is needed before TypeScript can run.
 * @param {string} name What is locked; give it the checkout's path where another checkout may go on.
 * @returns {Promise<(() => void) | undefined>} What lets go of it; nothing where somebody else holds it.
 */
export async function tryLock(name) {
  const key = `dateline-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
  const address = process.platform === 'linux' ? `\0${key}` : path.join(os.tmpdir(), `${key}.sock`);
  const server = net.createServer((socket) => socket.destroy());
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, () => resolve(undefined));
    });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE') return undefined;
    throw error;
  }
  server.unref();
  return () => void server.close();
}

/**
 * Does something while nobody else does what has the same name.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] Called once where it has to wait.
 * @returns {Promise<T>}
 */
export async function withLock(name, work, onWait) {
  let unlock = await tryLock(name);
  if (!unlock) onWait?.();
  while (!unlock) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    unlock = await tryLock(name);
  }
  try {
    return await work();
  } finally {
    unlock();
  }
}
