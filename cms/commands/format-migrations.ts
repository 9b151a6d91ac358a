/** Makes the newest migrations that Payload generated fit for a Node that only strips types: types are imported as types. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const directory = path.join(import.meta.dirname, '../migrations');
for (const file of await readdir(directory)) {
  if (!file.endsWith('.ts')) continue;
  const source = await readFile(path.join(directory, file), 'utf8');
  const fit = source
    .replace(
      'import { MigrateUpArgs, MigrateDownArgs, sql }',
      'import { type MigrateUpArgs, type MigrateDownArgs, sql }',
    )
    .replace(/\{ db, payload, req \}: (Migrate\w+Args)/g, '{ db }: $1')
    .replace(/ from '(\.\/[\w]+)(?:\.js)?';/g, " from '$1.ts';");
  if (fit !== source) await writeFile(path.join(directory, file), fit);
}
