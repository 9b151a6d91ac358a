import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseMapping } from '../src/exchange/article-names.ts';
import { UnreadableFile } from '../src/exchange/foreign.ts';
import { importComments, origins, type Origin } from '../src/exchange/import-comments.ts';
import { sayReport } from '../src/exchange/say-report.ts';
import { fail } from './fail.ts';
import { openPayload } from './open-payload.ts';

const usage = `Use it so: npm run import-comments -- ${origins.join('|')} FILE… [--map FILE] [--site NAME] [--dry-run]`;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { map: { type: 'string' }, site: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    });
    const [origin, ...names] = positionals;
    if (origins.some((known) => known === origin) && names.length > 0)
      return { ...values, origin: origin as Origin, names };
  } catch {
    // Said below.
  }
  return fail(usage);
}

const { origin, names, map, site, 'dry-run': isDry = false } = readArguments();

const stop = new AbortController();
const stopped = new Error('Stopped while reading.');

/** A file that is not there or not what it should be is told of in a sentence; anything else is a fault of ours. */
function sentenceOf(error: unknown): string {
  const isOurs = error === stopped || error instanceof UnreadableFile || (error as { code?: string }).code === 'ENOENT';
  if (!isOurs) throw error;
  return `${(error as Error).message}\nNothing was brought in.`;
}

async function readMapping(): Promise<Map<string, string>> {
  if (map === undefined) return new Map();
  try {
    return parseMapping(await readFile(map, 'utf8'));
  } catch (error) {
    return fail(sentenceOf(error));
  }
}

const mapping = await readMapping();
const payload = await openPayload();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(stopped));

try {
  const report = await importComments(payload, {
    origin,
    ...(site !== undefined && { site }),
    files: names.map((name) => ({ name, bytes: createReadStream(name) })),
    mapping,
    isDry,
    progress: (looked) => {
      if (looked % 10_000 === 0) process.stdout.write(`${looked} comments\n`);
    },
    signal: stop.signal,
  });
  process.stdout.write(`${sayReport(report, isDry)}\n`);
  if (report.isStopped) process.stdout.write('Stopped. Run it again to go on.\n');
  process.exitCode = report.isStopped ? 1 : 0;
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
} finally {
  await payload.destroy();
}
