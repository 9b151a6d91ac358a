import { createFeedServer } from '../../cms/src/feed/feed-server.ts';
import { builderHeader, feedLine, releaseHeader, type Change, type Receipt } from '../../shared/src/feed.ts';
import { expect } from 'vitest';
import { listen } from '../support/listen.ts';
import type { Desk } from './desk.ts';

const token = 'a-token-of-the-feed';

/** The real feed of a desk, on a port of its own, with the requests of a builder that renders nothing. */
export async function openFeedOf(desk: Desk) {
  const server = createFeedServer({ getPayload: async () => desk.payload, token });
  const base = await listen(server);

  const call = (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
    fetch(base + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });

  /** A builder with an id of its own. */
  const builder = (id: string, release = '0a1b2c3d') => ({
    /** Reads what stands after a cursor; waits for it where it is told to. */
    async read(after?: string, wait = 0): Promise<{ changes: Change[]; cursor: string }> {
      const query = new URLSearchParams({ wait: String(wait), ...(after && { after }) });
      const answer = await call(`/feed?${query}`, { headers: { [builderHeader]: id, [releaseHeader]: release } });
      expect(answer.status).toBe(200);
      const lines = (await answer.text()).trim().split('\n');
      const parsed = lines.map((line) => feedLine.parse(JSON.parse(line)));
      const head = parsed.pop();
      if (head?.op !== 'head' || !head.cursor) throw new Error('The feed did not end with its head.');
      return { changes: parsed as Change[], cursor: head.cursor };
    },
    /** Tells the desk of a batch in which one page was written, unless it says otherwise. */
    async tell(cursor: string, more: Partial<Receipt> = {}): Promise<void> {
      const batch = { paths: ['/'], written: 1, removed: 0, failed: [], milliseconds: 12.5, rendered: 1, pending: 0 };
      const body = JSON.stringify({ ...batch, cursor, builder: id, release, ...more });
      const answer = await call('/feed/receipts', { method: 'POST', body });
      expect(answer.status).toBe(204);
    },
  });

  return { base, call, builder };
}
