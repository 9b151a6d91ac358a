import { parseSettings } from '../../scripts/env.ts';
import { beSilent } from '../../scripts/progress.ts';
import { removePostgres } from '../../scripts/postgres.ts';
import { startStack as start, type Stack } from '../../scripts/stack.ts';
import { atEnd } from './at-end.ts';
import { freshDatabase } from './database.ts';
import { freshDirectory } from './newsroom.ts';

export interface TestStackOptions {
  /** Fill it with the sample newsroom; empty otherwise. */
  sample?: boolean;
  /** An embedded server of its own, which the test may stop and restart, instead of a database of the run's. */
  ownPostgres?: boolean;
  env?: Record<string, string>;
}

export interface TestStack extends Stack {
  /** All that its processes have said so far, each line with the name of its process. */
  output: string[];
}

/** Starts the whole real product as `npm start` does, on free ports and an empty database, until the test file is through. */
export async function startStack({
  sample = false,
  ownPostgres = false,
  env = {},
}: TestStackOptions = {}): Promise<TestStack> {
  const dir = await freshDirectory();
  const database = ownPostgres ? {} : { DATABASE_URL: await freshDatabase() };
  if (ownPostgres) atEnd(() => removePostgres(dir));
  const settings = parseSettings({ DATELINE_DIR: dir, PORT: '0', ...database, ...env });
  beSilent();
  const output: string[] = [];
  const stack = await start({ settings, sample, onLine: (name, line) => output.push(`${name}: ${line}`) });
  atEnd(stack.stop);
  return { ...stack, output };
}
