import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './child.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** What the files say that read the environment: the keys of their schemas, and what is taken apart by name. */
const settings = [
  'scripts/env.ts',
  'cms/env.ts',
  'cms/env-dispatch.ts',
  'cms/env-moderation.ts',
  'site/env.ts',
].flatMap((file) => {
  const source = read(file);
  const keys = [...source.matchAll(/(?:^ +|z\.object\(\{ )([A-Z][A-Z_]+): (?!')/gm)].map(([, name]) => name);
  const taken = [...source.matchAll(/const \{ (SOAK[^}]*) \} = process\.env/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(' ')[0]),
  );
  return [...keys, ...taken];
});

test('.env.example names every setting, and none that there is not', () => {
  const named = [...read('.env.example').matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name);
  expect(named).toHaveLength(new Set(named).size);
  expect(new Set(named)).toEqual(new Set(settings));
});
