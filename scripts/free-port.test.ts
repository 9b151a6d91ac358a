import net from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, isTaken } from './free-port.ts';

const host = '127.0.0.1';

test('a free port is one that no connection takes by itself', async () => {
  const server = net.createServer();
  onTestFinished(() => void server.close());
  server.listen(0, host);
  await once(server, 'listening');
  const { port: given } = server.address() as net.AddressInfo;
  expect(await isTaken(given, host)).toBe(true);
  const port = await freePort(host);
  expect(port).toBeLessThan(32_768);
  expect(await isTaken(port, host)).toBe(false);
});
