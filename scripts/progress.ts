const isTerminal = process.stdout.isTTY;
const running = new Map<string, number>();
let silent = false;
let ticking: NodeJS.Timeout | undefined;

const seconds = (since: number) => Math.round((Date.now() - since) / 1000);

function wipe(): void {
  if (isTerminal && !silent) process.stdout.write('\r\x1b[2K');
}

function draw(): void {
  if (silent || !isTerminal || running.size === 0) return;
  const steps = [...running].map(([title, since]) => `${title} … ${seconds(since)} s`);
  process.stdout.write(`\r\x1b[2K  ${steps.join(' · ').slice(0, (process.stdout.columns || 80) - 4)}`);
}

/** Nothing is told any more: for tests, whose own report it would disturb. */
export function beSilent(): void {
  silent = true;
}

/** Writes a line to the terminal, above the steps that are under way. */
export function say(line: string): void {
  if (silent) return;
  wipe();
  process.stdout.write(`${line}\n`);
  draw();
}

/** Tells how long a step takes: while it lasts on a terminal, at its start and its end elsewhere. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  running.set(title, since);
  if (!isTerminal) say(`  ${title} …`);
  ticking ??= setInterval(draw, 1_000).unref();
  draw();
  try {
    const result = await work();
    running.delete(title);
    say(`  ${title}: done (${seconds(since)} s)`);
    return result;
  } finally {
    running.delete(title);
    if (running.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
      wipe();
    }
  }
}
