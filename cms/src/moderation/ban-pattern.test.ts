import { expect, test } from 'vitest';
import { banRule, maskPattern } from './ban-pattern.ts';

test.each([
  ['*@Example.org', 'email', '%@example.org'],
  ['troll_1@*', 'email', 'troll\\_1@%'],
  ['100%@example.org', 'email', '100\\%@example.org'],
  ['a\\b@example.org', 'email', 'a\\\\b@example.org'],
  ['*@*.example.org', 'email', '%@%.example.org'],
  [' 203.0.113.7 ', 'address', '203.0.113.7/32'],
  ['203.0.113.0/24', 'address', '203.0.113.0/24'],
  ['2001:DB8::/32', 'address', '2001:db8::/32'],
  ['2001:db8::1', 'address', '2001:db8::1/128'],
])('%s', (pattern, kind, expression) => {
  expect(banRule(pattern)).toEqual({ kind, expression });
});

test.each([
  '',
  '*',
  '*@*',
  '*.*@*',
  'example.org',
  '@example.org',
  'a@b@c',
  'a b@example.org',
  '203.0.113.0/33',
  '0.0.0.0/0',
  '1.2.3',
  '::/0',
  '1.2.3.4/8/9',
  'fe80::1%eth0',
])('“%s” names nobody, or everybody', (pattern) => expect(banRule(pattern)).toBeUndefined());

test('the log does not name one person', () => {
  expect(['somebody@example.org', '*@example.org', '203.0.113.0/24'].map(maskPattern)).toEqual([
    's…@example.org',
    '*@example.org',
    '203.0.113.0/24',
  ]);
});
