import { expect, test } from 'vitest';
import { draftOf } from './draft.ts';

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

test('text and key outlive the page', () => {
  const storage = memory();
  const first = draftOf('a', storage);
  first.write('Half a sentence');
  expect(draftOf('a', storage).get()).toEqual({ body: 'Half a sentence', key: first.get().key });
});

test('each article has a draft of its own', () => {
  const storage = memory();
  draftOf('a', storage).write('Here');
  expect(draftOf('b', storage).get().body).toBe('');
});

test('editing keeps the key, posting ends it', () => {
  const draft = draftOf('a', memory());
  const { key } = draft.get();
  draft.write('One');
  draft.write('Two');
  expect(draft.get().key).toBe(key);
  draft.clear();
  expect(draft.get().body).toBe('');
  expect(draft.get().key).not.toBe(key);
});

test('a browser that stores nothing keeps the text while the page is open', () => {
  const draft = draftOf('a', undefined);
  draft.write('Still here');
  expect(draft.get().body).toBe('Still here');
});
