import type { Server } from 'node:http';
import type { Payload } from 'payload';
import { createFeedServer } from '../src/feed/feed-server.ts';

/** The listener of the feed, which the builders talk to; none where no token is set, since it must not stand open. */
export function createBackChannel(getPayload: () => Promise<Payload>, token: string | undefined): Server | undefined {
  return token === undefined ? undefined : createFeedServer({ getPayload, token });
}
