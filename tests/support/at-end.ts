import { afterAll } from 'vitest';

const undoings: (() => Promise<unknown> | void)[] = [];

/** Undoes something when the test file is through, the latest first. */
export function atEnd(undo: () => Promise<unknown> | void): void {
  undoings.push(undo);
}

afterAll(async () => {
  for (const undo of undoings.splice(0).reverse()) await undo();
}, 60_000);
