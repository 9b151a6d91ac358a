import { expect, test } from 'vitest';
import { addressBlock, clientAddress, forwardedAddress, rememberAddress } from './client-address.ts';

test.each([
  ['no proxy is believed by default', '203.0.113.9', '192.0.2.1', 0, '192.0.2.1'],
  ['one proxy', '203.0.113.9', '192.0.2.1', 1, '203.0.113.9'],
  ['what the client itself wrote is not counted', '10.0.0.1, 203.0.113.9', '192.0.2.1', 1, '203.0.113.9'],
  ['two proxies', '10.0.0.1, 203.0.113.9, 198.51.100.2', '192.0.2.1', 2, '203.0.113.9'],
  ['fewer than there should be', '203.0.113.9', '192.0.2.1', 3, '192.0.2.1'],
  ['no header', null, '192.0.2.1', 1, '192.0.2.1'],
  ['what is no address', 'unknown', '192.0.2.1', 1, '192.0.2.1'],
  ['behind another server, its proxy', '10.0.0.1, 203.0.113.9', undefined, 1, '203.0.113.9'],
  ['behind another server, nobody trusted', '203.0.113.9', undefined, 0, undefined],
] as const)('%s', (_what, header, socket, hops, expected) => {
  expect(forwardedAddress(header, socket, hops)).toBe(expected);
});

test('what the server saw counts for more than any header', () => {
  const request = new Request('http://localhost', { headers: { 'x-forwarded-for': '203.0.113.9' } });
  rememberAddress(request, '192.0.2.1');
  expect(clientAddress(request, 1)).toBe('192.0.2.1');
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s counts as %s', (address, block) => expect(addressBlock(address)).toBe(block));
