import { expect, test } from 'vitest';
import { publicURL, startReaderApi } from './reader-client.ts';

test("a host's own Payload answers as the server does", async () => {
  const api = await startReaderApi();
  const { id } = await api.publish();
  const { payload } = api;
  const endpoint = payload.config.endpoints.find(({ method, path }) => method === 'get' && path === '/reader/comments');
  const request = new Request(`${publicURL}/admin/api/reader/comments?article=${id}`);
  const byPayload = await endpoint?.handler(Object.assign(request, { payload }) as never);
  const byServer = await api.visitor().call(`/api/reader/comments?article=${id}`);
  expect(byPayload?.status).toBe(200);
  expect(await byPayload?.json()).toEqual(await byServer.json());
});
