import fs from 'node:fs/promises';
import path from 'node:path';

const kept = 3;
const usersOf = (build: string) => path.join(build, '.users');

/** Notes that this process uses a build, so that none prunes it. */
export async function useBuild(build: string): Promise<void> {
  await fs.mkdir(usersOf(build), { recursive: true });
  await fs.writeFile(path.join(usersOf(build), String(process.pid)), '');
  const now = new Date();
  await fs.utimes(build, now, now);
}

/** Removes all complete builds but the three used last, and those that a living process uses. */
export async function pruneBuilds(builds: string): Promise<void> {
  const found = await Promise.all(
    (await fs.readdir(builds)).map(async (name) => {
      const build = path.join(builds, name);
      return { build, used: (await fs.stat(build)).mtimeMs };
    }),
  );
  const old = found.sort((a, b) => b.used - a.used).slice(kept);
  for (const { build } of old) if (!(await isUsed(build))) await fs.rm(build, { recursive: true, force: true });
}

async function isUsed(build: string): Promise<boolean> {
  // One without the directory is being made at this moment, or its maker was killed.
  const users = await fs.readdir(usersOf(build)).catch(() => undefined);
  if (!users) return Date.now() - (await fs.stat(build)).mtimeMs < 3_600_000;
  return users.some((pid) => isAlive(Number(pid)));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
