import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { baseEnvironment } from '../../scripts/env.ts';
import { freshDirectory } from '../support/newsroom.ts';

/** `npm run reset` without npm, and without a question. */
async function reset(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const script = path.join(import.meta.dirname, '../../scripts/reset.ts');
  const child = spawn(process.execPath, [script, '--yes'], { env: { ...baseEnvironment(), ...env } });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

/** What an installation leaves behind that used no embedded database. */
async function installation(): Promise<string> {
  const dir = await freshDirectory();
  for (const file of ['config.json', 'media/flood.jpg', 'mail/a.eml', 'builds/a/entry.mjs']) {
    await fs.mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await fs.writeFile(path.join(dir, file), '{}');
  }
  return dir;
}

test('a reset takes nothing away where DATABASE_URL names a database', async () => {
  const dir = await installation();
  const before = await fs.readdir(dir, { recursive: true });
  const { code, said } = await reset({ DATELINE_DIR: dir, DATABASE_URL: 'postgres://127.0.0.1:1/none' });
  expect(code).toBe(1);
  expect(said).toMatch(/^DATABASE_URL is set: .* Nothing was removed\./);
  expect(await fs.readdir(dir, { recursive: true })).toEqual(before);
});

test('a reset of a trial leaves its builds alone', async () => {
  const dir = await installation();
  expect(await reset({ DATELINE_DIR: dir, DATABASE_URL: '' })).toEqual({
    code: 0,
    said: 'Empty. npm start begins anew.\n',
  });
  expect(await fs.readdir(dir)).toEqual(['builds']);
});
