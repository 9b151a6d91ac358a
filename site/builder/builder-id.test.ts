import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builderId } from './builder-id.ts';

test('a directory keeps its id, another has another, and a file that is spoilt is made anew', () => {
  const [one, two] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'builder-id-'))) as [string, string];
  onTestFinished(() => [one, two].forEach((directory) => rmSync(directory, { recursive: true })));
  const id = builderId(one);
  expect(builderId(one)).toBe(id);
  expect(builderId(two)).not.toBe(id);
  writeFileSync(join(one, 'builder-id'), 'half an i');
  const fresh = builderId(one);
  expect(fresh).toMatch(/^[0-9a-f-]{36}$/);
  expect(builderId(one)).toBe(fresh);
});
