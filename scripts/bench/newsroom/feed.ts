/*
 * The newsroom's feed in a process of its own: Payload over the archive's database, and the feed's server as the product
 * has it. What builders ask and tell is passed on to the bench.
 */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { feedRoutes } from '@dateline/shared/routes';
import { openPayload } from '../../../cms/commands/open-payload.ts';
import { env } from '../../../cms/env.ts';
import { createFeedServer } from '../../../cms/src/feed/feed-server.ts';
import type { FeedEvent } from './feed-process.ts';

const payload = await openPayload();
const feed = createFeedServer({ getPayload: () => Promise.resolve(payload), token: env.FEED_TOKEN ?? '' });
const tell = (event: FeedEvent) => void process.send?.(event);
const portOf = (address: ReturnType<typeof feed.address>) => (address as AddressInfo).port;
await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve));

/** A receipt is read here, to be told of, and then brought to the feed as it came. */
async function passReceipt(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const onward = ask({ port: portOf(feed.address()), path: request.url, method: 'POST', headers: request.headers });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
    tell({ receipt: JSON.parse(body) });
  });
  onward.on('error', (error) => response.destroy(error));
  onward.end(body);
}

let questions = 0;
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://feed');
  if (pathname === feedRoutes.receipts) return void passReceipt(request, response);
  if (pathname === feedRoutes.feed) {
    const question = questions++;
    tell({ asked: question });
    response.once('close', () => tell({ answered: question }));
  }
  feed.emit('request', request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
process.send?.({ ready: true, port: portOf(server.address()) });

process.once('SIGTERM', () => process.exit());
