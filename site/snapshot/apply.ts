import type { Article } from '@dateline/shared/article';
import type { PublishedComment } from '@dateline/shared/comment';
import type { Change, Kind, Put } from '@dateline/shared/feed';
import { routes } from '@dateline/shared/routes';
import { appearancesOf, correctedAt, keysOfChange, keysOfMerge, monthOf, type Version } from './keys-of-change.ts';
import { keysOfClosing } from './closures.ts';
import { countReaders, hasReaders, markReaders } from './dependencies.ts';
import { keepSuccessor } from './merged.ts';
import type { Snapshot } from './open.ts';
import { pagesOfMonth } from './questions.ts';
import { hold, isHeld } from './held.ts';
import { markDirty, markLeft } from './marks.ts';
import { hasPage, pageOf } from './paths.ts';
import { keepSlugs, slugMove } from './slugs.ts';
import { noteUnreadable } from './unreadable.ts';
import { feedsOf, markFeeds } from './thread-feeds.ts';
import {
  indexComment,
  markThreads,
  movedCuts,
  pagesOfThreads,
  threadsTouched,
  type MovedCuts,
} from './thread-pages.ts';

/** An image's file as it lies in the output. */
export interface MediaFile {
  name: string;
  /** Its path on the site: `/media/<hash>.webp`. */
  file: string;
  width: number;
  height: number;
  mime: string;
}

/** Changes of the feed, in its order, with the files of the images among them. */
export interface Batch {
  changes: Change[];
  /** By media id. */
  files: Map<string, MediaFile[]>;
  /** The images of which a file could not be read, and is asked for again. */
  unreadable?: Set<string>;
}

function indexArticle({ run }: Snapshot, id: string, before: Article | undefined, after: Article | undefined): void {
  if (before) {
    run('delete from articles where id = ?', id);
    run(
      `delete from appearances where published = ?1 and article = ?2 and (role, ref) in
         (select value ->> 'role', value ->> 'ref' from json_each(?3))`,
      before.publishedAt,
      id,
      JSON.stringify(appearancesOf(before)),
    );
    run('update months set articles = articles - 1 where month = ?', monthOf(before));
  }
  if (after) {
    const { slug, publishedAt, modifiedAt, headline, language, kindOfWork } = after;
    run(
      `insert into articles (id, slug, published, modified, month, corrected, headline, language, sponsored)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      slug,
      publishedAt,
      modifiedAt,
      monthOf(after),
      correctedAt(after) ?? null,
      headline,
      language,
      Number(kindOfWork === 'sponsored'),
    );
    run(
      `insert into appearances (role, ref, published, article) select value ->> 'role', value ->> 'ref', ?, ? from json_each(?)`,
      publishedAt,
      id,
      JSON.stringify(appearancesOf(after)),
    );
    run('insert into months values (?, 1) on conflict do update set articles = articles + 1', monthOf(after));
  }
}

function indexOther({ run }: Snapshot, put: Put, files: MediaFile[]): void {
  if (put.kind === 'place') {
    run('insert into places (id, parent, name) values (?, ?, ?)', put.id, put.data.parent, put.data.name);
  }
  if (put.kind === 'media') {
    for (const { name, file, width, height, mime } of files) {
      run('insert into media_files values (?, ?, ?, ?, ?, ?)', put.id, name, file, width, height, mime);
      run('delete from dirty where path = ?', file);
    }
  }
}

/**
 * Marks the files of an image that is deleted: they go behind the last page that shows it. Files of a former revision stay, for pages
 * that are open; and so does what another image's file is, byte for byte.
 */
function markMediaLeft(snapshot: Snapshot, id: string): void {
  const left = snapshot.all<{ file: string }>(
    `select distinct file from media_files where media = ?1
       and file not in (select file from media_files where media <> ?1)`,
    id,
  );
  for (const { file } of left) markLeft(snapshot, file, true);
}

function unindexOther({ run }: Snapshot, kind: Kind, id: string): void {
  if (kind === 'place') run('delete from places where id = ?', id);
  if (kind === 'media') run('delete from media_files where media = ?', id);
}

const jsonOf = ({ get }: Snapshot, kind: Kind, id: string) =>
  get<{ json: string }>('select json from documents where kind = ? and id = ?', kind, id)?.json;

const versionIn = (kind: Kind, json: string | undefined) =>
  json === undefined ? undefined : ({ kind, data: JSON.parse(json) } as Version);

/** The version of a document that the snapshot holds. */
export const versionOf = (snapshot: Snapshot, kind: Kind, id: string) => versionIn(kind, jsonOf(snapshot, kind, id));

/** The files of an image that lie in the output. */
export const filesOf = ({ all }: Snapshot, media: string) =>
  all<MediaFile>('select name, file, width, height, mime from media_files where media = ?', media);

function differ(some: readonly MediaFile[], others: readonly MediaFile[]): boolean {
  const texts = (files: readonly MediaFile[]) =>
    files.map(({ name, file, width, height, mime }) => JSON.stringify([name, file, width, height, mime])).sort();
  return texts(some).join() !== texts(others).join();
}

/** How many routes a change may touch, and how many changes a batch may have, that is not done behind publishes. */
const urgentRoutes = 100;
const urgentChanges = 50;

function applyOne(
  snapshot: Snapshot,
  change: Change,
  files: MediaFile[],
  { batch, isRead, cuts }: { batch: boolean; isRead: boolean; cuts: MovedCuts },
): void {
  const { kind, id } = change;
  const { run } = snapshot;
  const jsonBefore = jsonOf(snapshot, kind, id);
  const json = change.op === 'put' ? JSON.stringify(change.data) : undefined;
  run('delete from doubtful where kind = ? and id = ?', kind, id);
  // An image whose file was missing may have got it meanwhile.
  const gotFiles = kind === 'media' && json !== undefined && differ(filesOf(snapshot, id), files);
  if (json !== undefined && json === jsonBefore && !gotFiles) return;
  const before = versionIn(kind, jsonBefore);
  const after = change.op === 'put' ? ({ kind, data: change.data } as Version) : undefined;

  const move = slugMove(snapshot, change, before, after, isRead);
  if (kind === 'media' && change.op === 'remove') markMediaLeft(snapshot, id);
  unindexOther(snapshot, kind, id);
  if (change.op === 'put' && json !== undefined) {
    const slug = 'slug' in change.data ? change.data.slug : null;
    run('insert or replace into documents (kind, id, slug, json) values (?, ?, ?, ?)', kind, id, slug, json);
    indexOther(snapshot, change, files);
  } else {
    run('delete from documents where kind = ? and id = ?', kind, id);
  }
  if (kind === 'article') {
    indexArticle(snapshot, id, before?.data as Article | undefined, after?.data as Article | undefined);
  }
  if (kind === 'comment') {
    const sides = [before?.data as PublishedComment | undefined, after?.data as PublishedComment | undefined] as const;
    indexComment(snapshot, ...sides);
    cuts.note(...sides);
  }
  const merge = keepSuccessor(snapshot, kind, id, change.op === 'remove' ? change.successor : null);
  const keys = isRead
    ? [
        ...keysOfChange(id, before, after),
        ...(gotFiles ? [{ key: `doc:media:${id}` }] : []),
        ...(merge ? keysOfMerge(kind, id, merge) : []),
        ...keysOfClosing(snapshot, { kind, id, before, after, merge }),
      ]
    : [];
  const [near, far] = [keys.filter(({ isFar }) => !isFar), keys.filter(({ isFar }) => isFar)];
  const lane = { batch, readers: batch || countReaders(snapshot, near) > urgentRoutes };
  if (move) keepSlugs(snapshot, move, lane);
  if (change.op === 'put' && hasPage(kind) && 'slug' in change.data && keys.length > 0)
    markDirty(snapshot, pageOf[kind](change.data.slug), batch);
  for (const key of near) markReaders(snapshot, key, lane.readers);
  for (const key of far) markReaders(snapshot, key, true);
}

/** The months that changes take articles from, or bring them to. */
function monthsTouched({ get }: Snapshot, changes: readonly Change[]): Set<string> {
  const months = new Set<string>();
  for (const change of changes) {
    if (change.kind !== 'article') continue;
    const before = get<{ month: string }>('select month from articles where id = ?', change.id);
    if (before) months.add(before.month);
    if (change.op === 'put') months.add(monthOf(change.data));
  }
  return months;
}

/** How many pages these months have; none that has no article. */
function pagesOfMonths({ get }: Snapshot, months: Iterable<string>): Map<string, number> {
  const pages = new Map<string, number>();
  for (const month of months) {
    const found = get<{ articles: number }>('select articles from months where month = ? and articles > 0', month);
    if (found) pages.set(month, pagesOfMonth(found.articles));
  }
  return pages;
}

/** Marks the pages of months that came or went. */
function markMonths(snapshot: Snapshot, before: Map<string, number>, after: Map<string, number>, bulk: boolean): void {
  for (const month of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(month) ?? 0, after.get(month) ?? 0];
    if (was === is) continue;
    const mark = is < was ? markLeft : markDirty;
    for (let page = Math.max(1, Math.min(was, is)); page < Math.max(was, is); page++) {
      mark(snapshot, routes.archive(month, page), bulk);
    }
    for (const page of [was, is]) if (page) markReaders(snapshot, { key: `last:${month}:${page}` }, bulk);
    if (was && is) continue;
    mark(snapshot, routes.archive(month), bulk);
    mark(snapshot, routes.sitemapOfMonth(month), bulk);
    markReaders(snapshot, { key: 'months' }, bulk);
  }
}

/**
 * Takes changes into the snapshot, with the cursor behind them and the mark of every route that they may touch, in one
 * transaction.
 */
export function applyBatch(snapshot: Snapshot, { changes, files, unreadable }: Batch): void {
  const last = changes.at(-1);
  if (!last) return;
  const bulk = changes.length > urgentChanges;
  snapshot.transaction(() => {
    const months = monthsTouched(snapshot, changes);
    const pagesBefore = pagesOfMonths(snapshot, months);
    const threads = threadsTouched(snapshot, changes);
    const threadsBefore = pagesOfThreads(snapshot, threads);
    const feedsBefore = feedsOf(snapshot, threads);
    const cuts = movedCuts();
    const isRead = hasReaders(snapshot);
    for (const change of changes) {
      if (change.kind === 'media') noteUnreadable(snapshot, change.id, unreadable?.has(change.id) ?? false);
      if (isHeld(snapshot, change)) hold(snapshot, change);
      else applyOne(snapshot, change, files.get(change.id) ?? [], { batch: bulk, isRead, cuts });
    }
    snapshot.run('delete from months where articles = 0');
    markMonths(snapshot, pagesBefore, pagesOfMonths(snapshot, months), bulk);
    cuts.cutAnew(snapshot);
    markThreads(snapshot, threadsBefore, pagesOfThreads(snapshot, threads), bulk);
    markFeeds(snapshot, feedsBefore, feedsOf(snapshot, threads), bulk);
    snapshot.run('insert or replace into state values (?, ?)', 'cursor', last.cursor);
  });
}

/** The cursor behind the last change that the snapshot holds; undefined where it holds none. */
export const cursorOf = (snapshot: Snapshot) =>
  snapshot.get<{ value: string }>("select value from state where name = 'cursor'")?.value;

/** The tables of what the newsroom has published. */
export const documentTables = [
  'documents',
  'articles',
  'months',
  'appearances',
  'comments',
  'threads',
  'thread_pages',
  'places',
  'former',
  'gone',
  'media_files',
  'merged',
];
