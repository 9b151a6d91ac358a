import { expect, test } from 'vitest';
import { parseSettings } from './env.ts';

test('nothing needs to be set', () => {
  expect(parseSettings({})).toMatchObject({ HOST: 'localhost', PORT: 4321 });
  expect(parseSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 4321 });
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a port, 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a port, 0 to 65535.'],
  [
    { DATABASE_URL: 'mysql://localhost/x' },
    'DATABASE_URL must be the address of a database, such as postgres://user:password@host/name.',
  ],
  [{ PUBLIC_URL: 'news.example.org' }, 'PUBLIC_URL must be an address such as https://news.example.org.'],
  [{ FEED_TOKEN: 'short' }, 'FEED_TOKEN must be at least 16 characters.'],
  [{ TRUSTED_PROXY_HOPS: '1.5' }, 'TRUSTED_PROXY_HOPS must be a whole number.'],
  [{ SITE_PRECOMPRESS: 'yes' }, 'SITE_PRECOMPRESS must be true or false.'],
])('%o is refused in a sentence', (environment, sentence) => {
  expect(() => parseSettings(environment)).toThrow(sentence);
});
