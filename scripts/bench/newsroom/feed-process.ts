import { randomBytes } from 'node:crypto';
import type { Receipt } from '@dateline/shared/feed';
import type { Child } from '../../child.ts';
import { startReady } from '../started.ts';

/** What the feed's process tells of builders: that one asks, that this question was answered, and what it said of its work. */
export type FeedEvent = { asked: number } | { answered: number } | { receipt: unknown } | { ready: true; port: number };

interface Answer {
  began: number;
  ended: number;
}

export interface FeedProcess {
  url: string;
  token: string;
  pid: number;
  /** Resolves, when the next answer of the feed has ended, to when it began and ended, of `performance.now()`. */
  nextAnswer: () => Promise<Answer>;
  /** Resolves to the next receipt that comes. */
  nextReceipt: () => Promise<Receipt>;
  /** Resolves to the receipt for a row of the outbox, once the builder waits at the feed again. */
  receiptOf: (row: string) => Promise<Receipt>;
  stop: () => Promise<void>;
}

/** Starts the feed of a newsroom. */
export async function startFeed(databaseURL: string, env: Record<string, string>): Promise<FeedProcess> {
  const token = randomBytes(24).toString('base64url');
  const receipts: Receipt[] = [];
  const heard = new Set<() => void>();
  let port = 0;
  const answers: { began: number; ended?: number }[] = [];
  const hear = (event: FeedEvent) => {
    if ('port' in event) port = event.port;
    if ('asked' in event) answers[event.asked] = { began: performance.now() };
    if ('answered' in event) answers[event.answered]!.ended = performance.now();
    if ('receipt' in event) receipts.push(event.receipt as Receipt);
    for (const check of heard) check();
  };
  const child: Child = await startReady('scripts/bench/newsroom/feed.ts', {
    env: { ...env, DATABASE_URL: databaseURL, FEED_TOKEN: token },
    onMessage: (message) => hear(message as FeedEvent),
  });
  const gone = child.ended.then(() => {
    throw new Error(`The feed ended: ${child.complaint()}`);
  });
  const until = <T>(find: () => T | undefined): Promise<T> => {
    const { promise, resolve } = Promise.withResolvers<T>();
    const check = () => {
      const found = find();
      if (found === undefined) return;
      heard.delete(check);
      resolve(found);
    };
    heard.add(check);
    check();
    const found = Promise.race([promise, gone]);
    // Whoever was waiting may have failed meanwhile.
    found.catch(() => {});
    return found;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    pid: child.process.pid ?? 0,
    nextAnswer: () => {
      const next = answers.length;
      return until(() => {
        const { began, ended } = answers[next] ?? {};
        return began !== undefined && ended !== undefined ? { began, ended } : undefined;
      });
    },
    nextReceipt: () => {
      const before = receipts.length;
      return until(() => receipts[before]);
    },
    receiptOf: (row) =>
      until(() =>
        answers.some(({ ended }) => ended === undefined)
          ? receipts.findLast(({ cursor }) => cursor.endsWith(row))
          : undefined,
      ),
    stop: () => child.stop(),
  };
}
