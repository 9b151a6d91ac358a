import { expect, test } from 'vitest';
import { acceptedCodings } from './accept-encoding.ts';

test.each([
  [undefined, ['identity']],
  ['', ['identity']],
  ['gzip, deflate, br, zstd', ['br', 'gzip', 'identity']],
  ['gzip', ['gzip', 'identity']],
  ['x-gzip', ['gzip', 'identity']],
  ['BR', ['br', 'identity']],
  ['br;q=0.5, gzip;q=0.8', ['gzip', 'br', 'identity']],
  ['br;q=0, gzip', ['gzip', 'identity']],
  ['*', ['br', 'gzip', 'identity']],
  ['*;q=0', ['identity']],
  ['br;q=0, *', ['gzip', 'identity']],
  ['identity', ['identity']],
  ['identity, br;q=0.9', ['identity']],
  ['identity;q=0.5, br', ['br', 'identity']],
  ['identity;q=0, br', ['br', 'identity']],
  ['deflate', ['identity']],
  ['br;q=nonsense, gzip ; q=0.1', ['gzip', 'identity']],
])('%j is answered with the first of %j that is there', (header, codings) =>
  expect(acceptedCodings(header)).toEqual(codings),
);
