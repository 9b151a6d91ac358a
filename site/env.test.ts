import { expect, test, vi } from 'vitest';
import { readSiteSettings } from './env.ts';

test('a builder that runs by itself is told how to go about its work', () => {
  vi.stubEnv('PUBLIC_URL', 'https://news.example.org');
  vi.stubEnv('FEED_URL', 'http://127.0.0.1:8432');
  vi.stubEnv('FEED_TOKEN', 'a token for the tests alone');
  vi.stubEnv('SITE_IN_PLACE', '20');
  vi.stubEnv('PREVIEW_PORT', '8433');
  expect(readSiteSettings()).toMatchObject({ SITE_IN_PLACE: '20', PREVIEW_PORT: '8433' });
});
