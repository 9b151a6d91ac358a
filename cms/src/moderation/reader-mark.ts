import { createHash } from 'node:crypto';

/**
 * What stands for a reader in the log: a UUID that is made from theirs, and from which theirs cannot be made. While they
 * have an account their entries are found by it; afterwards the log, which nobody changes, says of nobody who they were.
 */
export function readerMark(reader: string): string {
  const hash = createHash('sha256').update(`dateline:reader:${reader}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
