import { expect, test, vi } from 'vitest';

vi.stubEnv('DATABASE_URL', 'postgres://x@localhost/x');
vi.stubEnv('PAYLOAD_SECRET', 'a long enough secret');
const { parseEnvironment } = await import('./env.ts');
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
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
  [{ BUILD_WEBHOOK_URL: 'https://ci.example.org/' }, 'BUILD_WEBHOOK_SECRET must be set, since BUILD_WEBHOOK_URL is.'],
  [{ BUILD_WEBHOOK_URL: 'https://me:pw@ci.example.org/', BUILD_WEBHOOK_SECRET: secret }, 'must not have a name'],
  [{ BUILD_WEBHOOK_SECRET: 'whsec_short' }, 'BUILD_WEBHOOK_SECRET must be whsec_'],
  [{ GITHUB_DISPATCH_TOKEN: 'x' }, 'GITHUB_DISPATCH_REPOSITORY must be set'],
  [{ GITHUB_DISPATCH_REPOSITORY: 'site', GITHUB_DISPATCH_TOKEN: 'x' }, 'must be the name of a repository'],
  [{ TRUSTED_PROXY_HOPS: '-1' }, 'TRUSTED_PROXY_HOPS must be 0 or more'],
])('%j is told in a sentence', (wrong, sentence) => {
  expect(() => parseEnvironment({ ...least, ...wrong })).toThrow(sentence);
});

test('builders elsewhere are told only where both halves of a setting are there', () => {
  expect(parseEnvironment({ ...least, GITHUB_API_URL: 'https://api.example.org' }).dispatch).toEqual({});
  const given = {
    BUILD_WEBHOOK_URL: 'https://ci.example.org/hooks/',
    BUILD_WEBHOOK_SECRET: secret,
    GITHUB_DISPATCH_REPOSITORY: 'newsroom/site',
    GITHUB_DISPATCH_TOKEN: 'token',
  };
  expect(parseEnvironment({ ...least, ...given }).dispatch).toEqual({
    webhook: { url: 'https://ci.example.org/hooks/', secret },
    github: { repository: 'newsroom/site', token: 'token' },
  });
});

test('a check of comments needs its address and its secret', () => {
  const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
  const url = 'https://checks.example.org/comments';
  expect(() => parseEnvironment({ ...least, MODERATION_WEBHOOK_URL: url })).toThrow(
    /MODERATION_WEBHOOK_SECRET must be set/,
  );
  expect(() => parseEnvironment({ ...least, MODERATION_WEBHOOK_SECRET: secret })).toThrow(
    /MODERATION_WEBHOOK_URL must be set/,
  );
  const given = { ...least, MODERATION_WEBHOOK_URL: url, MODERATION_WEBHOOK_SECRET: secret };
  expect(parseEnvironment(given).externalCheck).toEqual({ url, secret });
  const patient = { ...given, MODERATION_WEBHOOK_TIMEOUT: '3000' };
  expect(parseEnvironment(patient).externalCheck).toEqual({ url, secret, patience: 3_000 });
  for (const wrong of ['soon', '0', '1.5', '30001'])
    expect(() => parseEnvironment({ ...given, MODERATION_WEBHOOK_TIMEOUT: wrong })).toThrow(
      'MODERATION_WEBHOOK_TIMEOUT must be a number of milliseconds, 1 to 30000.',
    );
});
