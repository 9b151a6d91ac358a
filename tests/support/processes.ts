import { execFileSync } from 'node:child_process';

/**
 * The ids of all living processes that a process started, and that those started.
 * @param running Only those whose command line has this in it.
 */
export function descendants(of: number, running = ''): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), args: args.join(' ') };
  });
  const below = (above: number): typeof rows =>
    rows.filter(({ parent }) => parent === above).flatMap((row) => [row, ...below(row.pid)]);
  return below(of)
    .filter(({ args }) => args.includes(running))
    .map(({ pid }) => pid);
}

/** Whether a process is still there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
