import { ChildFailed } from './child.ts';
import { Sentence } from './sentence.ts';

/** What the person at the terminal is told of a failure: a sentence where there is one. */
export function describe(error: unknown): string {
  if (error instanceof Sentence || error instanceof ChildFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command to its end, and ends the process: with 1 and what went wrong where it failed. */
export async function runToEnd(command: () => Promise<void>): Promise<never> {
  try {
    await command();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
}
