import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { readSettings } from './env.ts';
import { lockInstallation } from './installation.ts';
import { removePostgres } from './postgres.ts';
import { runToEnd } from './run-to-end.ts';
import { Sentence } from './sentence.ts';

async function isSure(dir: string): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY)
    throw new Sentence('Nobody is there to ask: npm run reset -- --yes empties it without a question.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `Remove the embedded database and all in ${dir} but builds: images, mail, the site, and config.json with its secrets? [y/N] `,
  );
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

await runToEnd(async () => {
  const { DATELINE_DIR: dir, DATABASE_URL } = readSettings();
  if (DATABASE_URL) {
    throw new Sentence(
      `DATABASE_URL is set: npm run reset is for trials, and would take the images and the secrets of that database with it. Nothing was removed. Without DATABASE_URL it empties ${dir}.`,
    );
  }
  await lockInstallation(dir);
  if (!(await isSure(dir))) throw new Sentence('Nothing was removed.');
  await removePostgres(dir);
  const entries = await fs.readdir(dir).catch(() => []);
  // Builds hold no data, and another checkout's process may be serving one.
  for (const entry of entries.filter((name) => name !== 'builds')) {
    await fs.rm(path.join(dir, entry), { recursive: true, force: true });
  }
  process.stdout.write('Empty. npm start begins anew.\n');
});
