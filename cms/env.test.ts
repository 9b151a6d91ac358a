import { expect, test, vi } from 'vitest';

vi.stubEnv('DATABASE_URL', 'postgres://x@localhost/x');
vi.stubEnv('PAYLOAD_SECRET', 'a long enough secret');
const { parseEnvironment } = await import('./env.ts');
const least = { DATABASE_URL: 'postgres://x@localhost/x', PAYLOAD_SECRET: 'a long enough secret' };

test('addresses default to one another, without a slash at the end', () => {
  expect(parseEnvironment({ ...least, PORT: '5000' })).toMatchObject({
    PUBLIC_URL: 'http://localhost:5000',
    ADMIN_URL: 'http://localhost:5000',
  });
  expect(parseEnvironment({ ...least, PUBLIC_URL: 'https://news.example.org/' }).ADMIN_URL).toBe(
    'https://news.example.org',
  );
});

test.each([
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be'],
  [{ DATABASE_URL: '' }, 'DATABASE_URL must be'],
  [{ PAYLOAD_SECRET: undefined }, 'PAYLOAD_SECRET must be set'],
  [{ PORT: 'x' }, 'PORT must be a port'],
  [{ FEED_TOKEN: 'short' }, 'FEED_TOKEN must be at least 16'],
  [{ TRUSTED_PROXY_HOPS: '-1' }, 'TRUSTED_PROXY_HOPS must be 0 or more'],
])('%j is told in a sentence', (wrong, sentence) => {
  expect(() => parseEnvironment({ ...least, ...wrong })).toThrow(sentence);
});
