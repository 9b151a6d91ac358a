import { expect, test } from 'vitest';
import { parseSettings } from './env.ts';
import { environmentOf } from './environment-of.ts';

const secrets = { payloadSecret: 'a secret of the installation', feedToken: 'a token of the installation' };
const of = (given: Record<string, string>) => environmentOf(parseSettings(given), secrets, 'postgres://x/x', 4321);

test('the processes are told what was set, and nothing of what was left open', () => {
  expect(of({ SITE_IN_PLACE: '20', SITE_DURABLE: 'false' })).toMatchObject({
    SITE_IN_PLACE: '20',
    SITE_DURABLE: 'false',
  });
  expect(of({})).not.toHaveProperty('SITE_IN_PLACE');
});

test('secrets that are set win over those that the installation keeps', () => {
  expect(of({ FEED_TOKEN: 'a token that was chosen' })).toMatchObject({
    FEED_TOKEN: 'a token that was chosen',
    PAYLOAD_SECRET: secrets.payloadSecret,
  });
});
