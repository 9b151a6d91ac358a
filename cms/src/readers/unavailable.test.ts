import { expect, test } from 'vitest';
import { isUnavailable } from './unavailable.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  ['a refused connection', coded('ECONNREFUSED'), true],
  ['on every address', new AggregateError([coded('ECONNREFUSED')]), true],
  ['a server that stops', coded('57P01'), true],
  ['too many connections', coded('53300'), true],
  ['a cut connection', new Error('Connection terminated unexpectedly'), true],
  ['what was caused by one', new Error('Failed query', { cause: coded('08006') }), true],
  ['a wrong query', coded('42601'), false],
  ['a twin', coded('23505'), false],
  ['a bug', new TypeError('x is not a function'), false],
  ['no error', 'ECONNREFUSED', false],
])('%s', (_what, error, expected) => expect(isUnavailable(error)).toBe(expected));
