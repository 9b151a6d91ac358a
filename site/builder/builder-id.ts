import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * By which id the desk knows the builder of a site directory. It is made once and stays in the directory, so that it
 * survives restarts, new releases and a CI's cache. For a directory that this process has locked.
 */
export function builderId(siteDir: string): string {
  const file = join(siteDir, 'builder-id');
  const kept = existsSync(file) ? z.uuid().safeParse(readFileSync(file, 'utf8').trim()) : undefined;
  if (kept?.success) return kept.data;
  const id = randomUUID();
  writeFileSync(`${file}.part`, `${id}\n`);
  renameSync(`${file}.part`, file);
  return id;
}
