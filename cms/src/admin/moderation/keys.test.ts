import { expect, test } from 'vitest';
import { actOf } from './keys.ts';

const pressed = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

test('keys do what the legend says, in capitals too', () => {
  expect(['j', 'k', 'a', 'r', 'p', 'e', 'x', 'u', 'A'].map((key) => actOf(pressed(key), false))).toEqual([
    'next',
    'previous',
    'approve',
    'refuse',
    'pin',
    'pick',
    'select',
    'undo',
    'approve',
  ]);
});

test('a key that is held down goes on through the queue', () => {
  expect(['j', 'k'].map((key) => actOf(pressed(key, { repeat: true }), false))).toEqual(['next', 'previous']);
});

test.each([
  ['an unknown one', pressed('q'), false],
  ['a word of the language', pressed('constructor'), false],
  ['one with Ctrl, which is the browser’s', pressed('a', { ctrlKey: true }), false],
  ['one with Cmd', pressed('r', { metaKey: true }), false],
  ['one that is held down', pressed('a', { repeat: true }), false],
  ['one that is typed', pressed('a'), true],
])('nothing is done by %s', (_what, key, isTyping) => expect(actOf(key, isTyping)).toBeUndefined());
