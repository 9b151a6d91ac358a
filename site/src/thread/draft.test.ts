import { beforeEach, describe, expect, test, vi } from 'vitest';
import { draftOf } from './draft.ts';

function keeping(values = new Map<string, string>()) {
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

let page = 0;
/** What is written of, unlike in any other test: what is kept for as long as the page outlives each of them. */
let what = '';
beforeEach(() => {
  what = `page-${page++}`;
  vi.stubGlobal('localStorage', keeping());
  return () => vi.unstubAllGlobals();
});

test('text and key outlive the page', () => {
  const first = draftOf(what);
  first.write('Half a sentence');
  expect(draftOf(what).get()).toEqual({ body: 'Half a sentence', key: first.get().key });
});

test('each article has a draft of its own', () => {
  draftOf(what).write('Here');
  expect(draftOf(`${what}-other`).get().body).toBe('');
});

test('editing keeps the key, posting ends it', () => {
  const draft = draftOf(what);
  const { key } = draft.get();
  draft.write('One');
  draft.write('Two');
  expect(draft.get().key).toBe(key);
  draft.clear();
  expect(draft.get().body).toBe('');
  expect(draft.get().key).not.toBe(key);
});

test('a key under which another text was posted is renewed, and the text stays', () => {
  const draft = draftOf(what);
  draft.write('Two');
  const { key } = draft.get();
  draft.renewKey();
  expect(draft.get()).toEqual({ body: 'Two', key: expect.not.stringContaining(key) as string });
  expect(draftOf(what).get()).toEqual(draft.get());
});

test.each(['not JSON', 'null', '7', '[]'])('what something else has written (%s) is no draft', (other) => {
  localStorage.setItem(`dateline-draft-${what}`, other);
  expect(draftOf(what).get().body).toBe('');
});

describe('the text is kept for as long as the page', () => {
  const refuse = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  const denied = { getItem: refuse, setItem: refuse, removeItem: refuse };
  test.each([
    ['where a browser is full', () => ({ ...keeping(), setItem: refuse })],
    ['where it stores nothing', () => denied],
    ['where it has no storage', () => undefined],
  ])('%s', (_where, storage) => {
    vi.stubGlobal('localStorage', storage());
    const draft = draftOf(what);
    draft.write('Still here');
    expect(draftOf(what).get()).toEqual(draft.get());
    draft.clear();
    expect(draftOf(what).get().body).toBe('');
  });

  test('where it becomes full, instead of an older text', () => {
    const storage = keeping();
    vi.stubGlobal('localStorage', storage);
    const draft = draftOf(what);
    draft.write('Old');
    storage.setItem = refuse;
    draft.write('New');
    expect(draftOf(what).get().body).toBe('New');
  });
});
