import fs from 'node:fs/promises';
import path from 'node:path';
import { buildSite } from './build.ts';
import { root, startChild } from './child.ts';
import { say, step } from './progress.ts';
import { runUntilStopped } from './run-until-stopped.ts';

interface Check {
  name: string;
  file: string;
  args?: string[];
  cwd?: string;
}

const tool = (name: string, entry: string) => path.join('node_modules', name, entry);

/** What a check found is kept, so that the next looks only at what has changed since. */
const cache = path.join('node_modules', '.cache', 'dateline-check');
const types = (name: string, project: string): Check => ({
  name,
  file: tool('typescript', 'bin/tsc'),
  args: [
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    path.join(cache, `${path.basename(project)}.tsbuildinfo`),
  ],
});

const checks: Check[] = [
  {
    name: 'Formatting',
    file: tool('prettier', 'bin/prettier.cjs'),
    args: ['--check', '--log-level', 'warn', '--cache', '.'],
  },
  { name: 'Lint', file: tool('oxlint', 'bin/oxlint'), args: ['--type-aware'] },
  types('Types of shared', 'shared'),
  types('Types of cms', 'cms'),
  types('Types of the plugin, as it is packed', 'cms/tsconfig.pack.json'),
  types('Types of site', 'site'),
  types('Types of scripts and tests', '.'),
  {
    name: 'Types of pages',
    file: 'site/node_modules/astro/bin/astro.mjs',
    args: ['check', '--minimumFailingSeverity', 'warning'],
    cwd: 'site',
  },
  { name: 'Dead code', file: tool('knip', 'bin/knip.js') },
  { name: 'Sizes', file: tool('size-limit', 'bin.js') },
];

/** Where `.size-limit.json` finds the bundle of this moment. */
async function linkSiteBundle(): Promise<void> {
  const link = path.join(root, '.dateline', 'site-bundle');
  const bundle = await buildSite();
  await fs.rm(link, { force: true });
  await fs.symlink(bundle, link);
}

/** Runs one check. Returns what it complained of, if anything. */
async function run(check: Check): Promise<string | undefined> {
  const said: string[] = [];
  const child = startChild(check.file, {
    args: check.args ?? [],
    cwd: path.join(root, check.cwd ?? '.'),
    onLine: (line) => said.push(line),
    env: { NODE_ENV: 'development' },
  });
  return (await child.ended) === 0 ? undefined : said.join('\n').trim() || 'It failed and did not say why.';
}

await runUntilStopped(async () => {
  await linkSiteBundle();
  const failures: string[] = [];
  for (const check of checks) {
    const complaint = await step(check.name, () => run(check));
    if (complaint === undefined) continue;
    failures.push(check.name);
    say(`\n${complaint}\n`);
  }
  const summary =
    failures.length === 0
      ? 'All checks passed.'
      : `${failures.length} of ${checks.length} checks failed: ${failures.join(', ')}.`;
  say(summary);
  process.exit(failures.length === 0 ? 0 : 1);
});
