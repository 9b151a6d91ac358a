import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  contractHeader,
  contractVersion,
  feedLine,
  receipt,
  type Change,
  type FeedLine,
  type Kind,
  type Receipt,
  type Shape,
} from '../../shared/src/feed.ts';
import { feedRoutes } from '../../shared/src/routes.ts';

type Row = { change: Change; position: number };

/** A newsroom's feed, held in memory: what a builder may count on, and no more. */
export interface FeedModel {
  url: string;
  token: string;
  /** What the builder has told the desk. */
  receipts: Receipt[];
  put<K extends Kind>(kind: K, id: string, data: Shape<K>): void;
  remove(kind: Kind, id: string): void;
  /** The bytes behind an image's file. */
  bytes: Map<string, Uint8Array>;
  /** Forgets every cursor, as a database that was restored from a dump would. */
  renumber(): void;
  /** Cuts the next answer off after so many characters. */
  cutNext(length: number): void;
  /** Resolves when the builder has told of everything that was put so far. */
  delivered(): Promise<void>;
  close(): Promise<void>;
}

const lineOf = (line: FeedLine) => `${JSON.stringify(feedLine.parse(line))}\n`;

/** Starts a feed on a port of the kernel's choice. */
export async function feedModel(): Promise<FeedModel> {
  let rows: Row[] = [];
  let next = 1;
  let cut: number | undefined;
  const waiting = new Set<() => void>();
  const token = randomUUID();
  const bytes = new Map<string, Uint8Array>();
  const receipts: Receipt[] = [];
  const delivery = new Set<() => void>();

  const head = () => rows.at(-1)?.change.cursor;
  const keyOf = (change: Change) => `${change.kind}:${change.id}`;

  function add(change: Change): void {
    // A superseded row is compacted away; only the latest state of each document is kept.
    rows = rows.filter((row) => keyOf(row.change) !== keyOf(change));
    rows.push({ change, position: next++ });
    for (const wake of waiting) wake();
  }
  const envelope = (id: string) => ({ id, cursor: `${next}:${randomUUID()}`, at: new Date().toISOString() });
  const latest = (kind: Kind, id: string) =>
    rows.find(({ change }) => change.kind === kind && change.id === id)?.change;

  async function answerFeed(url: URL, response: ServerResponse): Promise<void> {
    const after = url.searchParams.get('after');
    const position = after ? Number(after.split(':')[0]) : 0;
    if (after && (position >= next || rows.some((row) => row.position === position && row.change.cursor !== after))) {
      response.writeHead(410).end();
      return;
    }
    const found = () => rows.filter((row) => row.position > position);
    if (found().length === 0 && Number(url.searchParams.get('wait') ?? 0) > 0) {
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        response.on('close', resolve);
      });
      waiting.clear();
    }
    const body = [...found().map((row) => row.change), { op: 'head' as const, cursor: head() ?? null }]
      .map(lineOf)
      .join('');
    response.writeHead(200, { 'content-type': 'application/x-ndjson', [contractHeader]: contractVersion });
    response.end(cut === undefined ? body : body.slice(0, cut));
    cut = undefined;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://feed');
    if (request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end();
    } else if (url.pathname === feedRoutes.feed) {
      await answerFeed(url, response);
    } else if (url.pathname === feedRoutes.receipts) {
      receipts.push(receipt.parse(JSON.parse(await text(request))));
      response.writeHead(204).end();
      for (const check of delivery) check();
    } else {
      const file = bytes.get(url.pathname);
      response.writeHead(file ? 200 : 404).end(file);
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    receipts,
    bytes,
    put: (kind, id, data) => add({ op: 'put', kind, ...envelope(id), data } as Change),
    remove(kind, id) {
      const before = latest(kind, id);
      const data = before?.op === 'put' && 'slug' in before.data ? before.data : { slug: null, formerSlugs: [] };
      add({ op: 'remove', kind, ...envelope(id), slug: data.slug, formerSlugs: data.formerSlugs });
    },
    renumber() {
      rows = rows.map(({ change }, index) => ({
        change: { ...change, cursor: `${index + 1}:${randomUUID()}` },
        position: index + 1,
      }));
      next = rows.length + 1;
    },
    cutNext: (length) => void (cut = length),
    delivered: () =>
      new Promise((resolve) => {
        const check = () => {
          if (receipts.at(-1)?.cursor !== head()) return;
          delivery.delete(check);
          resolve();
        };
        delivery.add(check);
        check();
      }),
    close: async () => {
      for (const wake of waiting) wake();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
