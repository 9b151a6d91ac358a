import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './child.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** What `run.mjs` says that it runs. */
const known = await new Promise<string[]>((resolve) => {
  execFile(process.execPath, [path.join(root, 'scripts', 'run.mjs'), 'nothing'], (_error, _said, complaint) =>
    resolve(/run\.mjs (\S+)\.\n/.exec(complaint)?.[1]?.split('|') ?? []),
  );
});

test.each(Object.entries(scripts))('npm run %s brings its packages along', (_name, line) => {
  const [, command = ''] = /^exec node scripts\/run\.mjs (\S+)/.exec(line) ?? [];
  expect(known).toContain(command);
  expect(existsSync(path.join(root, 'scripts', `${command}.ts`))).toBe(true);
});

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', '.env.example', 'cms/README.md', 'site/README.md'])(
  'the commands that %s names are there',
  (file) => {
    const text = read(file);
    for (const [, name] of text.matchAll(/npm run ([\w:-]+\w)/g)) expect(Object.keys(scripts)).toContain(name);
    // Nobody has pnpm but who installed it.
    expect(text).not.toMatch(/`(npx )?pnpm (?!pack)/);
  },
);
