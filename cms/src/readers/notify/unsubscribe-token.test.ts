import { expect, test } from 'vitest';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.ts';

const [reader, other] = ['01a2115e-d4b3-751b-a9d2-6d0546c32e0d', '01a2115e-d922-74a8-8a14-f32a8ff9ae69'];
const token = unsubscribeToken('secret', reader, 'reply');

test('a token says whose mails of which kind it ends', () => {
  expect(readUnsubscribeToken('secret', token)).toEqual({ reader, kind: 'reply' });
});

test.each([
  ['another secret', 'other', token],
  ['another reader', 'secret', token.replace(reader, other)],
  ['another kind', 'secret', token.replace('.reply.', '.decision.')],
  ['a kind that there is not', 'secret', token.replace('.reply.', '.password.')],
  ['no signature', 'secret', token.slice(0, token.lastIndexOf('.'))],
  ['half a signature', 'secret', token.slice(0, -4)],
  ['nothing', 'secret', undefined],
])('with %s it is none', (_what, secret, given) => {
  expect(readUnsubscribeToken(secret, given)).toBeUndefined();
});
