import { parseArgs } from 'node:util';
import { isPlace, projectEverything } from '../src/outbox/project-everything.ts';
import { fail } from './fail.ts';
import { openPayload } from './open-payload.ts';

const usage = 'Use it so: npm run project -- [--from articles:<id>], where an earlier run said that it stopped.';

function readFrom(): string | undefined {
  try {
    const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
    if (from === undefined || isPlace(from)) return from;
  } catch {
    // Said below.
  }
  return fail(usage);
}

const from = readFrom();
const payload = await openPayload();
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (isStopped = true));

let done = 0;
let unfit = 0;
let last: string | undefined;
for await (const { at, problem } of projectEverything(payload, from)) {
  last = at;
  if (problem !== undefined) {
    unfit++;
    process.stderr.write(`${at} stays as it was: ${problem}\n`);
  }
  if (++done % 1_000 === 0) process.stdout.write(`${done} documents, up to ${at}\n`);
  if (isStopped) break;
}
await payload.destroy();
process.stdout.write(`${done} documents projected${unfit > 0 ? `, ${unfit} of them do not fit the contract` : ''}.\n`);
if (isStopped) process.stdout.write(`Stopped. To go on: npm run project -- --from ${last ?? from ?? ''}\n`);
process.exitCode = unfit > 0 || isStopped ? 1 : 0;
