import {
  builderHeader,
  contractHeader,
  contractVersion,
  feedLine,
  releaseHeader,
  type FeedLine,
  type Receipt,
} from '@dateline/shared/feed';
import { feedRoutes } from '@dateline/shared/routes';
import { setTimeout as sleep } from 'node:timers/promises';
import { wholeLines } from './whole-lines.ts';

/** The feed could not be asked, or answered what the builder cannot use. Its message is a sentence to show. */
export class FeedProblem extends Error {}

/** The feed does not know the cursor: everything is to be read anew. */
export class CursorUnknown extends Error {}

export interface FeedClient {
  /** The lines behind a cursor, as they arrive. A line that was cut off is left out. */
  lines(after: string | undefined, wait: number): AsyncGenerator<FeedLine>;
  /**
   * The bytes of an image's file. One that cannot be read now, it may be for good, is no reason to stop: the feed is asked
   * for it so many times, longer and longer after another.
   */
  media(id: string, size: string, tries?: number): Promise<Uint8Array | 'gone' | 'unreadable'>;
  receipt(receipt: Receipt): Promise<void>;
}

const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error && 'code' in error.cause) return String(error.cause.code);
  return error.message;
};

function parseLine(text: string): FeedLine {
  const result = feedLine.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  throw new FeedProblem(
    `The feed sent a line that does not fit version ${contractVersion} of the contract: ${text.slice(0, 120)}…`,
  );
}

/** Seconds, beyond those that the feed was asked to wait, after which an answer that has not begun counts as lost. */
const silence = 60;

/** Who reads the feed. */
export interface BuilderName {
  /** The site directory's. */
  id: string;
  /** The bundle that readers' pages are made with; left out by one whose pages no reader is given yet. */
  release?: string;
}

/**
 * A client of the newsroom's feed.
 * @param builder Named with every request, so that the desk knows who is there.
 */
export function feedClient(
  feedUrl: string,
  token: string,
  signal: AbortSignal,
  builder?: () => BuilderName,
): FeedClient {
  const base = feedUrl.replace(/\/$/, '');
  const name = () => {
    const { id, release } = builder?.() ?? {};
    return { ...(id && { [builderHeader]: id }), ...(release && { [releaseHeader]: release }) };
  };

  async function ask(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; within: number },
  ): Promise<Response> {
    // Until the answer begins: a long one may take as long as it needs, as long as it does not fall silent.
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new Error('no answer in time')), init.within * 1000);
    const answer = await fetch(base + path, {
      ...init,
      headers: { ...init.headers, ...name(), authorization: `Bearer ${token}` },
      signal: AbortSignal.any([signal, patience.signal]),
    })
      .catch((error: unknown) => {
        signal.throwIfAborted();
        throw new FeedProblem(`The feed at ${base} cannot be reached (${causeOf(error)}).`);
      })
      .finally(() => clearTimeout(timer));
    if (answer.status === 401)
      throw new FeedProblem(`The feed at ${base} refused the token. FEED_TOKEN must be the same on both sides.`);
    return answer;
  }

  return {
    async *lines(after, wait) {
      const query = new URLSearchParams({ ...(after && { after }), ...(wait > 0 && { wait: String(wait) }) });
      const answer = await ask(`${feedRoutes.feed}?${query}`, { within: wait + silence });
      if (answer.status === 410) throw new CursorUnknown();
      if (!answer.ok || !answer.body) throw new FeedProblem(`The feed at ${base} answered ${answer.status}.`);
      const theirs = answer.headers.get(contractHeader);
      if (theirs !== String(contractVersion)) {
        throw new FeedProblem(
          `The feed speaks version ${theirs ?? 'unknown'} of the contract and this site version ${contractVersion}: update the older of the two.`,
        );
      }
      try {
        for await (const text of wholeLines(answer.body)) yield parseLine(text);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof FeedProblem) throw error;
        throw new FeedProblem(`The feed's answer broke off (${causeOf(error)}).`);
      }
    },
    async media(id, size, tries = 5) {
      for (let failures = 0; ;) {
        const answer = await ask(feedRoutes.media(id, size), { within: silence });
        if (answer.status === 404) return 'gone';
        const bytes = answer.ok ? await answer.arrayBuffer().catch(() => undefined) : undefined;
        signal.throwIfAborted();
        if (bytes) return new Uint8Array(bytes);
        if (++failures >= tries) return 'unreadable';
        await backOff(failures, signal);
      }
    },
    async receipt(receipt) {
      const answer = await ask(feedRoutes.receipts, {
        within: silence,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(receipt),
      });
      if (!answer.ok) throw new FeedProblem(`The feed answered ${answer.status} to a receipt.`);
    },
  };
}

/** Waits longer after every failure in a row, up to five seconds. */
export const backOff = (failures: number, signal: AbortSignal) =>
  sleep(Math.min(5_000, 125 * 2 ** Math.min(failures, 6)), undefined, { signal });
