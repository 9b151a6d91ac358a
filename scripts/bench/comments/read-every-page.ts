import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { openClient } from './load.ts';
import type { CommentScene } from './scene.ts';

/** Asks the server for every page of the site, those of threads too. @returns How many there are, and how many came otherwise than they stand in the files. */
export async function readEveryPage({ env, port }: CommentScene): Promise<{ read: number; wrong: number }> {
  const publicDir = path.join(env.SITE_DIR, 'current', 'public');
  const client = openClient(port, 1);
  const count = { read: 0, wrong: 0 };
  for await (const file of glob('**/index.html', { cwd: publicDir })) {
    const page = `/${file.slice(0, -'index.html'.length)}`;
    const { status, body } = await client.send({ method: 'GET', path: page, headers: {} });
    count.read++;
    if (status !== 200 || body !== (await readFile(path.join(publicDir, file), 'utf8'))) count.wrong++;
  }
  client.close();
  return count;
}
