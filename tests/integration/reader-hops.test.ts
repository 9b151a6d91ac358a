import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createFrontServer } from '../../cms/server/front-server.ts';
import { query } from '../support/database.ts';
import { listen } from '../support/listen.ts';
import { publicURL, startReaderApi, type ReaderApi } from './reader-client.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

/** The front server behind so many proxies of the newsroom's own, asked with a header for what is limited by address. */
async function behind(trustedProxyHops: number) {
  const options = { publicURL, mail: { from: 'news@example.org' }, trustedProxyHops };
  const base = await listen(
    createFrontServer({
      siteDir: api.siteDir,
      publicURL,
      adminURL: publicURL,
      adminUpstream: undefined,
      api: { options, getPayload: async () => api.payload },
    }),
  );
  return async (forwardedFor: string) => {
    const answer = await fetch(`${base}/api/reader/login/passkey/options`, {
      method: 'POST',
      headers: { origin: publicURL, 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
      body: '{}',
    });
    return answer.status;
  };
}

const useUp = () => query(api.database, `update rate_limits set points = 1000 where key like 'challenge-%'`);

test.each([
  ['without a proxy, the socket', 0, '203.0.113.9', ['203.0.113.10', '198.51.100.1, 127.0.0.2', ''], []],
  [
    'behind one, what it added',
    1,
    '198.51.100.1, 203.0.113.9',
    ['203.0.113.9', '198.51.100.2, 203.0.113.9', '203.0.113.10, 203.0.113.9'],
    ['198.51.100.1, 203.0.113.10', '203.0.113.9, 203.0.113.11'],
  ],
  [
    'behind two, what the outer added',
    2,
    '198.51.100.1, 203.0.113.9, 192.0.2.1',
    ['203.0.113.9, 192.0.2.1', '198.51.100.2, 203.0.113.9, 192.0.2.2'],
    ['203.0.113.9, 203.0.113.10, 192.0.2.1', '203.0.113.9, 203.0.113.9, 203.0.113.11, 192.0.2.1'],
  ],
  [
    'behind two of which one did not add, the socket',
    2,
    '203.0.113.9',
    ['203.0.113.10', ''],
    ['203.0.113.9, 192.0.2.1'],
  ],
] as const)('%s is counted', async (_what, hops, first, same, others) => {
  const ask = await behind(hops);
  expect(await ask(first)).toBe(200);
  await useUp();
  for (const forwardedFor of same)
    expect({ forwardedFor, status: await ask(forwardedFor) }).toMatchObject({ status: 429 });
  for (const forwardedFor of others)
    expect({ forwardedFor, status: await ask(forwardedFor) }).toMatchObject({ status: 200 });
});
