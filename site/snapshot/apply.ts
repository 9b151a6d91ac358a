import type { Article } from '@dateline/shared/article';
import type { Change, Kind, Put } from '@dateline/shared/feed';
import { routes } from '@dateline/shared/routes';
import { appearancesOf, correctedAt, keysOfChange, monthOf, type Key, type Version } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';
import { hasPage, pageOf, redirectsPath } from './paths.ts';

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
}

type Slugs = { slug: string | null; formerSlugs: string[] } | undefined;

const slugsOf = (version: Version | undefined): Slugs =>
  version && 'slug' in version.data ? { slug: version.data.slug, formerSlugs: version.data.formerSlugs } : undefined;

const everySlug = (slugs: Slugs) => (slugs ? [...(slugs.slug ? [slugs.slug] : []), ...slugs.formerSlugs] : []);

function indexArticle({ run }: Snapshot, id: string, before: Article | undefined, after: Article | undefined): void {
  if (before) {
    run('delete from articles where id = ?', id);
    run('delete from appearances where article = ?', id);
    run('update months set articles = articles - 1 where month = ?', monthOf(before));
  }
  if (after) {
    const { slug, publishedAt, modifiedAt } = after;
    run(
      'insert into articles (id, slug, published, modified, month, corrected) values (?, ?, ?, ?, ?, ?)',
      id,
      slug,
      publishedAt,
      modifiedAt,
      monthOf(after),
      correctedAt(after) ?? null,
    );
    for (const { role, ref } of appearancesOf(after)) {
      run('insert into appearances (role, ref, published, article) values (?, ?, ?, ?)', role, ref, publishedAt, id);
    }
    run('insert into months values (?, 1) on conflict do update set articles = articles + 1', monthOf(after));
  }
}

function indexOther({ run }: Snapshot, put: Put, files: MediaFile[]): void {
  if (put.kind === 'comment') {
    const { id, article, at, removed } = put.data;
    run('insert into comments (id, article, at, removed) values (?, ?, ?, ?)', id, article, at, Number(removed));
  }
  if (put.kind === 'place') {
    run('insert into places (id, parent, name) values (?, ?, ?)', put.id, put.data.parent, put.data.name);
  }
  if (put.kind === 'media') {
    for (const { name, file, width, height, mime } of files) {
      run('insert into media_files values (?, ?, ?, ?, ?, ?)', put.id, name, file, width, height, mime);
    }
  }
}

function unindexOther({ run }: Snapshot, kind: Kind, id: string): void {
  if (kind === 'comment') run('delete from comments where id = ?', id);
  if (kind === 'place') run('delete from places where id = ?', id);
  if (kind === 'media') run('delete from media_files where media = ?', id);
}

/** The version of a document that the snapshot holds. */
export function versionOf(snapshot: Snapshot, kind: Kind, id: string): Version | undefined {
  const row = snapshot.get<{ json: string }>('select json from documents where kind = ? and id = ?', kind, id);
  return row && ({ kind, data: JSON.parse(row.json) } as Version);
}

/** Marks a path as one whose file is to be looked at. */
const markDirty = ({ run }: Snapshot, path: string) => run('insert or ignore into dirty values (?)', path);

function markReaders({ run }: Snapshot, { key, at }: Key): void {
  const readers =
    'insert or ignore into dirty select path from dependencies join routes on routes.id = route where key = ?';
  if (at === undefined) run(readers, key);
  else run(`${readers} and bound <= ? and ceiling > ?`, key, at, at);
}

function keepSlugs(snapshot: Snapshot, change: Change, before: Slugs, after: Slugs): void {
  if (!hasPage(change.kind)) return;
  if (change.op === 'put' && JSON.stringify(before) === JSON.stringify(after)) return;
  const { run } = snapshot;
  run('delete from former where id = ?', change.id);
  run('delete from gone where id = ?', change.id);
  for (const slug of after?.formerSlugs ?? [])
    run('insert or ignore into former values (?, ?, ?)', change.kind, slug, change.id);
  const taken = change.op === 'remove' ? everySlug(change) : [];
  for (const slug of taken) run('insert or ignore into gone values (?, ?, ?)', change.kind, slug, change.id);
  for (const slug of new Set([...everySlug(before), ...everySlug(after), ...taken])) {
    markDirty(snapshot, pageOf[change.kind](slug));
  }
  markDirty(snapshot, redirectsPath);
}

function applyOne(snapshot: Snapshot, change: Change, files: MediaFile[]): void {
  const { kind, id } = change;
  const { run } = snapshot;
  const before = versionOf(snapshot, kind, id);
  const after = change.op === 'put' ? ({ kind, data: change.data } as Version) : undefined;

  unindexOther(snapshot, kind, id);
  if (change.op === 'put') {
    const slug = 'slug' in change.data ? change.data.slug : null;
    run(
      'insert or replace into documents (kind, id, slug, json) values (?, ?, ?, ?)',
      kind,
      id,
      slug,
      JSON.stringify(change.data),
    );
    indexOther(snapshot, change, files);
  } else {
    run('delete from documents where kind = ? and id = ?', kind, id);
  }
  if (kind === 'article') {
    indexArticle(snapshot, id, before?.data as Article | undefined, after?.data as Article | undefined);
  }
  keepSlugs(snapshot, change, slugsOf(before), slugsOf(after));
  for (const key of keysOfChange(id, before, after)) markReaders(snapshot, key);
}

const monthsOf = (snapshot: Snapshot) =>
  snapshot.all<{ month: string }>('select month from months').map(({ month }) => month);

/** Takes changes into the snapshot, with the cursor behind them and the mark of every route that they may touch, in one transaction. */
export function applyBatch(snapshot: Snapshot, { changes, files }: Batch): void {
  const last = changes.at(-1);
  if (!last) return;
  snapshot.transaction(() => {
    const monthsBefore = new Set(monthsOf(snapshot));
    for (const change of changes) applyOne(snapshot, change, files.get(change.id) ?? []);
    snapshot.run('delete from months where articles = 0');
    const monthsAfter = new Set(monthsOf(snapshot));
    const changedMonths = new Set(
      [...monthsBefore, ...monthsAfter].filter((month) => monthsBefore.has(month) !== monthsAfter.has(month)),
    );
    for (const month of changedMonths) markDirty(snapshot, routes.archive(month));
    if (changedMonths.size > 0) markReaders(snapshot, { key: 'months' });
    snapshot.run('insert or replace into state values (?, ?)', 'cursor', last.cursor);
  });
}

/** The cursor behind the last change that the snapshot holds; undefined where it holds none. */
export const cursorOf = (snapshot: Snapshot) =>
  snapshot.get<{ value: string }>("select value from state where name = 'cursor'")?.value;

/** Forgets every document, but not the routes: for a feed that no longer knows the cursor. Every route is looked at anew. */
export function forgetDocuments(snapshot: Snapshot): void {
  snapshot.transaction(() => {
    for (const table of [
      'documents',
      'articles',
      'months',
      'appearances',
      'comments',
      'places',
      'former',
      'gone',
      'media_files',
    ]) {
      snapshot.run(`delete from ${table}`);
    }
    snapshot.run("delete from state where name = 'cursor'");
    snapshot.run('insert or ignore into dirty select path from routes');
  });
}

/** Keeps the feed's head as the cursor, where it stands behind the last change. */
export function keepCursor(snapshot: Snapshot, cursor: string): void {
  if (cursorOf(snapshot) !== cursor) snapshot.run("insert or replace into state values ('cursor', ?)", cursor);
}
