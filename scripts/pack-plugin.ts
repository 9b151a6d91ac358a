/**
 * Compiles the plugin for npm, as `pnpm pack` and `pnpm publish` call it: `cms/src` and the contracts that it uses go
 * to `cms/dist` as JavaScript with types. Node strips no types below `node_modules`, and the contracts are no package
 * of their own, so they travel inside.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'cms/dist');

function compile(project: string, source: string, outDir: string) {
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '--project',
      join(root, project),
      '--noEmit',
      'false',
      '--rootDir',
      join(root, source),
      '--outDir',
      outDir,
    ],
    { stdio: 'inherit', cwd: root },
  );
}

/** Points every import of a contract at its compiled file. */
function inlineContracts(file: string) {
  const toShared = relative(dirname(file), join(dist, 'shared')).replaceAll('\\', '/');
  const base = toShared.startsWith('.') ? toShared : `./${toShared}`;
  const text = readFileSync(file, 'utf8');
  const inlined = text.replaceAll(
    /(['"])@dateline\/shared\/([\w-]+)\1/g,
    (_, quote: string, name: string) => `${quote}${base}/${name}.js${quote}`,
  );
  if (inlined !== text) writeFileSync(file, inlined);
}

rmSync(dist, { recursive: true, force: true });
compile('cms/tsconfig.pack.json', 'cms/src', dist);
compile('shared/tsconfig.json', 'shared/src', join(dist, 'shared'));
for (const file of globSync('**/*.{js,d.ts}', { cwd: dist })) inlineContracts(join(dist, file));
for (const file of globSync('**/*.{css,scss}', { cwd: join(root, 'cms/src') }))
  cpSync(join(root, 'cms/src', file), join(dist, file));
