import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  contractHeader,
  contractVersion,
  feedLine,
  receipt,
  type Change,
  type FeedLine,
  type Kind,
  type Put,
  type Receipt,
  type Shape,
} from '../../shared/src/feed.ts';
import { feedRoutes } from '../../shared/src/routes.ts';
import { close, open } from './listen.ts';

type Row = { change: Change; position: number };

/** A newsroom's feed, held in memory: what a builder may count on, and no more. */
export interface FeedModel {
  url: string;
  token: string;
  /** What the builder has told the desk. */
  receipts: Receipt[];
  put<K extends Kind>(kind: K, id: string, data: Shape<K>): void;
  /** @param successor Whom it was merged into. */
  remove(kind: Kind, id: string, successor?: string): void;
  /** The headers of the last request for changes. */
  askedWith(): IncomingHttpHeaders | undefined;
  /** The bytes behind an image's file. */
  bytes: Map<string, Uint8Array>;
  /** How many more times an image's file cannot be read: that is refused, and broken off, in turn. */
  unreadable: Map<string, number>;
  /** Forgets every cursor, as another database would that was filled from this one. */
  renumber(): void;
  /** What a document last was while it was published. */
  lastPut(kind: Kind, id: string): Put | undefined;
  isRemoved(kind: Kind, id: string): boolean;
  /** Ends every answer that is being waited for, or else the next one, as if the time for it were over. */
  nudge(): void;
  /** Breaks every connection. */
  drop(): void;
  /** Keeps everything as it is now, to be restored. */
  backUp(): void;
  /** Goes back to what was kept last, as a database that is restored from its backup does. */
  restore(): void;
  /** Answers so many receipts with 500, and keeps none of them. */
  loseReceipts(count: number): void;
  /** Cuts the next answer off after so many characters; undefined lets it come whole after all. */
  cutNext(length: number | undefined): void;
  /** Resolves when the builder has told of everything that was put so far. */
  delivered(): Promise<void>;
  /** Resolves when the builder has told of it, and nothing waits behind publishes any more. */
  settled(): Promise<void>;
  /** Resolves when the builder has told of something. */
  received(what: (receipt: Receipt) => boolean): Promise<void>;
  close(): Promise<void>;
}

const lineOf = (line: FeedLine) => `${JSON.stringify(feedLine.parse(line))}\n`;

/** Starts a feed on a port of the kernel's choice. */
export async function feedModel(): Promise<FeedModel> {
  /** The latest state of each document, in the order of their positions. */
  let rows = new Map<string, Row>();
  let next = 1;
  /** The cursor that was given out at each position, superseded rows' too. */
  let known = new Map<number, string>();
  let backup = { rows: new Map(rows), next, known: new Map(known) };
  let cut: number | undefined;
  const puts = new Map<string, Put>();
  const waiting = new Set<() => void>();
  const token = randomUUID();
  const bytes = new Map<string, Uint8Array>();
  const unreadable = new Map<string, number>();
  const receipts: Receipt[] = [];
  let losing = 0;
  /** Whether the next question is answered at once, whatever there is to tell. */
  let isNudged = false;
  let asked: IncomingHttpHeaders | undefined;
  const delivery = new Set<() => void>();

  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isSo()) return;
        delivery.delete(check);
        resolve();
      };
      delivery.add(check);
      check();
    });
  const head = () => (rows.size > 0 ? known.get(next - 1) : undefined);
  const keyOf = (change: Change) => `${change.kind}:${change.id}`;

  function add(change: Change): void {
    // A superseded row is compacted away, and the new one comes last.
    rows.delete(keyOf(change));
    known.set(next, change.cursor);
    rows.set(keyOf(change), { change, position: next++ });
    if (change.op === 'put') puts.set(keyOf(change), change);
    for (const wake of waiting) wake();
  }
  const envelope = (id: string) => ({ id, cursor: `${next}:${randomUUID()}`, at: new Date().toISOString() });
  const latest = (kind: Kind, id: string) => rows.get(`${kind}:${id}`)?.change;

  async function answerFeed(url: URL, response: ServerResponse): Promise<void> {
    const after = url.searchParams.get('after');
    const position = after ? Number(after.split(':')[0]) : 0;
    if (after && known.get(position) !== after) {
      response.writeHead(410).end();
      return;
    }
    const found = () => [...rows.values()].filter((row) => row.position > position);
    // Whatever time it may take: it is over when a test nudges it.
    const mayWait = url.searchParams.has('wait');
    if (mayWait && found().length === 0 && !isNudged) {
      await new Promise<void>((resolve) => {
        const wake = () => (waiting.delete(wake), resolve());
        waiting.add(wake);
        response.on('close', wake);
      });
    }
    // An answer that does not arrive may be the one that a nudge was for.
    if (mayWait) isNudged = cut !== undefined;
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
      asked = request.headers;
      await answerFeed(url, response);
    } else if (url.pathname === feedRoutes.receipts && losing > 0) {
      losing--;
      response.writeHead(500).end();
    } else if (url.pathname === feedRoutes.receipts) {
      receipts.push(receipt.parse(JSON.parse(await text(request))));
      response.writeHead(204).end();
      for (const check of delivery) check();
    } else {
      const file = bytes.get(url.pathname);
      const failures = unreadable.get(url.pathname) ?? 0;
      unreadable.set(url.pathname, failures - 1);
      if (failures > 0 && failures % 2 === 0) {
        response.writeHead(200, { 'content-length': 100 });
        return void response.write('The first of it.', () => response.destroy());
      }
      if (failures > 0) return void response.writeHead(500).end();
      response.writeHead(file ? 200 : 404).end(file);
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  const url = await open(server);
  function drop(): void {
    isNudged = true;
    server.closeAllConnections();
  }
  return {
    url,
    token,
    receipts,
    askedWith: () => asked,
    bytes,
    unreadable,
    put: (kind, id, data) => add({ op: 'put', kind, ...envelope(id), data } as Change),
    remove(kind, id, successor) {
      const before = latest(kind, id);
      const said = before?.op === 'put' ? before.data : before;
      const { slug, formerSlugs } = said && 'slug' in said ? said : { slug: null, formerSlugs: [] };
      add({ op: 'remove', kind, ...envelope(id), slug, formerSlugs, successor: successor ?? null });
    },
    renumber() {
      const changes = [...rows.values()].map(({ change }) => change);
      rows = new Map();
      known = new Map();
      next = 1;
      for (const change of changes) add({ ...change, cursor: `${next}:${randomUUID()}` });
      drop();
    },
    backUp: () => void (backup = { rows: new Map(rows), next, known: new Map(known) }),
    restore() {
      next = backup.next;
      rows = new Map(backup.rows);
      known = new Map(backup.known);
      drop();
    },
    lastPut: (kind, id) => puts.get(`${kind}:${id}`),
    isRemoved: (kind, id) => latest(kind, id)?.op === 'remove',
    nudge() {
      isNudged ||= waiting.size === 0;
      for (const wake of waiting) wake();
    },
    drop,
    loseReceipts: (count) => void (losing = count),
    cutNext: (length) => void (cut = length),
    // Of a feed that has nothing there is nothing to tell.
    delivered: () => until(() => head() === undefined || receipts.at(-1)?.cursor === head()),
    settled: () => until(() => receipts.at(-1)?.cursor === head() && receipts.at(-1)?.pending === 0),
    received: (what) => until(() => receipts.some(what)),
    close: async () => {
      for (const wake of waiting) wake();
      await close(server);
    },
  };
}
