import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { awaitFile } from './await-file.ts';

function place() {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-test-'));
  onTestFinished(() => fs.rmSync(root, { recursive: true }));
  const file = path.join(root, 'public', 'articles', 'a', 'index.html');
  /** Puts it in place whole, as the builder does. */
  const put = (text: string) => {
    fs.writeFileSync(path.join(root, 'incoming'), text);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.renameSync(path.join(root, 'incoming'), file);
  };
  return { file, put };
}

test('a file is seen when it comes, though no folder was there for it', async () => {
  const { file, put } = place();
  const { seen } = awaitFile(file, (text) => text.includes('new'));
  const before = performance.now();
  put('the new page');
  expect(await seen).toBeGreaterThanOrEqual(before);
});

test('a file that is replaced is seen when its text is the wanted one, and not before', async () => {
  const { file, put } = place();
  put('old');
  const { seen } = awaitFile(file, (text) => text.includes('new'));
  put('older still');
  await expect(Promise.race([seen, new Promise((resolve) => fs.stat(file, () => resolve('not yet')))])).resolves.toBe(
    'not yet',
  );
  put('the new page');
  await expect(seen).resolves.toBeGreaterThan(0);
});

test('a file that is there already is seen at once', async () => {
  const { file, put } = place();
  put('new');
  await expect(awaitFile(file, (text) => text === 'new').seen).resolves.toBeGreaterThan(0);
});
