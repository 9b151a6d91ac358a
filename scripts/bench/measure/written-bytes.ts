import { hash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { routes } from '@dateline/shared/routes';
import { goLive, shownOn } from '../go-live.ts';
import { listsOf } from '../pages.ts';
import type { Scene } from '../scene.ts';

interface FileState {
  hash: string;
  /** Another one stands for a file that was written anew, whatever is in it. */
  written: string;
}

async function stateOf(dir: string): Promise<Map<string, FileState>> {
  const states = new Map<string, FileState>();
  const entries = await fs.readdir(dir, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const { ino, mtimeMs } = await fs.stat(file);
    states.set(file, { hash: hash('sha256', await fs.readFile(file)), written: `${ino} ${mtimeMs}` });
  }
  return states;
}

/** How many files a new article had written, how many of them have other bytes than before, and how many the receipt names. */
export interface WrittenBytes {
  written: number;
  changed: number;
  named: number;
}

/** What stands beside a file for those who take it compressed. */
const isCompressed = (file: string) => /\.(br|gz)$/.test(file);

/** Publishes one article and compares every file of the site before and after. */
export async function measureWrittenBytes(scene: Scene, story: number): Promise<WrittenBytes> {
  const { archive, publicDir } = scene;
  const data = archive.fresh(story);
  const page = routes.article(data.slug);
  const before = await stateOf(publicDir);
  const { told } = await goLive(
    scene,
    { kind: 'article', data },
    shownOn([page, ...listsOf(archive.world)(data)], page),
  );
  const after = await stateOf(publicDir);
  const files = [...new Set([...before.keys(), ...after.keys()])].filter((file) => !isCompressed(file));
  const differing = (what: keyof FileState) =>
    files.filter((file) => before.get(file)?.[what] !== after.get(file)?.[what]).length;
  return { written: differing('written'), changed: differing('hash'), named: told.written + told.removed };
}
