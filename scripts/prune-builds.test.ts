import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pruneBuilds, useBuild } from './prune-builds.ts';

let builds: string;
beforeAll(async () => (builds = await fs.mkdtemp(path.join(os.tmpdir(), 'dateline-test-'))));
afterAll(() => fs.rm(builds, { recursive: true }));

test('keeps what is used and the three used last', async () => {
  for (const [name, day] of [
    ['dead', 1],
    ['living', 2],
    ['c', 3],
    ['b', 4],
    ['a', 5],
  ] as const) {
    const build = path.join(builds, name);
    await fs.mkdir(path.join(build, '.users'), { recursive: true });
    if (name === 'living') await useBuild(build);
    const used = new Date(2020, 0, day);
    await fs.utimes(build, used, used);
  }
  await pruneBuilds(builds);
  expect((await fs.readdir(builds)).sort()).toEqual(['a', 'b', 'c', 'living']);
});
