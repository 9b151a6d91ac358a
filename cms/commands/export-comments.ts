import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createLocalReq } from 'payload';
import { exportComments } from '../src/exchange/export-comments.ts';
import { writeLog } from '../src/moderation/write-log.ts';
import { fail } from './fail.ts';
import { openPayload } from './open-payload.ts';

const usage = 'Use it so: npm run export-comments -- FILE [--addresses], which must not be there yet.';

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { addresses: { type: 'boolean' } },
    });
    const [name, ...more] = positionals;
    if (name && more.length === 0) return { name, withAddresses: values.addresses === true };
  } catch {
    // Said below.
  }
  return fail(usage);
}

const { name, withAddresses } = readArguments();
const payload = await openPayload();
let comments = 0;
async function* lines() {
  for await (const line of exportComments(payload, { withAddresses })) {
    if (line.is === 'comment') comments++;
    yield `${JSON.stringify(line)}\n`;
  }
}
try {
  await writeLog(await createLocalReq({}, payload), { act: 'export', after: withAddresses ? 'addresses' : 'comments' });
  // Only for whoever runs it: what is in it is readers'.
  await pipeline(lines(), createWriteStream(name, { flags: 'wx', mode: 0o600 }));
  process.stdout.write(`${comments} comments are in ${name}.\n`);
} catch (error) {
  const { code } = error as { code?: string };
  if (code !== 'EEXIST' && code !== 'ENOENT') throw error;
  process.stderr.write(
    code === 'EEXIST' ? `${name} is there already. Name another file.\n` : `${name} cannot be made.\n`,
  );
  process.exitCode = 1;
} finally {
  await payload.destroy();
}
