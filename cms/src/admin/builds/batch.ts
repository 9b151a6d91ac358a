import type { BatchChange } from '../../feed/receipts-table.ts';

/** A batch of work that a builder told of, as the desk lists it. */
export interface Batch {
  id: string;
  at: Date;
  milliseconds: number;
  written: number;
  removed: number;
  pending: number;
  builder: string | null;
  release: string | null;
  /** Null for one that took in all there is. */
  changed: number | null;
  changes: BatchChange[];
  /** The first few of the routes that failed, and how many there are. */
  failed: { path: string; cause: string }[];
  failures: number;
}

const kinds: Record<string, string> = {
  person: 'Person',
  place: 'Place',
  topic: 'Topic',
  media: 'Image',
};

/** What a change did, before the title of what it did it to. */
export function verbOf({ op, kind }: Pick<BatchChange, 'op' | 'kind'>): string {
  const isGone = op === 'remove';
  if (kind === 'article') return isGone ? 'Taken down' : 'Published';
  if (kind === 'comment') return isGone ? 'Comment taken away under' : 'Comment under';
  if (kind === 'settings') return 'Settings of';
  if (kind === 'closure') return isGone ? 'Comments open again about' : 'Comments closed about';
  return `${kinds[kind] ?? kind}${isGone ? ' taken away' : ''}`;
}

/** Where the desk opens what changed, below its own address; undefined where there is nothing to open. */
export function deskPathOf({ op, kind, document }: BatchChange): `/${string}` | undefined {
  if (kind === 'settings') return '/globals/newsroom-settings';
  const collection = { article: 'articles', comment: 'articles', person: 'people', place: 'places', topic: 'topics' }[
    kind as string
  ];
  return collection && (op === 'put' || kind === 'comment' || kind === 'article')
    ? `/collections/${collection}/${document}`
    : undefined;
}

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** In place of a list of changes, where there is none: why the builder worked at all. */
export function reasonOf({ changed, written, removed }: Pick<Batch, 'changed' | 'written' | 'removed'>): string {
  if (changed === null) return 'Everything there is';
  return written + removed > 0 ? 'More of what came before' : 'Nothing new';
}

/** The pages that a batch touched, in words. */
export function pagesOf({ written, removed, pending }: Pick<Batch, 'written' | 'removed' | 'pending'>): string {
  const parts = [`${counted(written, 'page')} written`];
  if (removed > 0) parts.push(`${removed.toLocaleString('en')} removed`);
  if (pending > 0) parts.push(`${pending.toLocaleString('en')} still to go then`);
  return parts.join(', ');
}

/** How long a batch took: `12 ms`, `0.3 s`, `2 min`. */
export function timeOf(milliseconds: number): string {
  if (milliseconds < 100) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 100_000) return `${(milliseconds / 1000).toFixed(milliseconds < 9_950 ? 1 : 0)} s`;
  return `${Math.round(milliseconds / 60_000)} min`;
}

/** A path of the site as people read it; as it is, where it is not well encoded. */
export function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
