import type { Kind } from '@dateline/shared/feed';
import { routes } from '@dateline/shared/routes';

/** The kinds of documents that have a page of their own, and its path by slug. */
export const pageOf = {
  article: routes.article,
  person: routes.person,
  place: routes.place,
  topic: routes.topic,
} as const;

export type PageKind = keyof typeof pageOf;
export const pageKinds = Object.keys(pageOf) as PageKind[];

export const hasPage = (kind: Kind): kind is PageKind => kind in pageOf;

/** A redirects file in the form that static hosts read: one `from to status` a line. */
export const redirectsPath = '/_redirects';
/** Response headers in the form that static hosts read. */
export const headersPath = '/_headers';

const folders = new Map(pageKinds.map((kind) => [pageOf[kind]('x').split('/')[1], kind]));

/** The kind and slug that a path stands for; undefined where it is no document's. */
export function documentAt(path: string): { kind: PageKind; slug: string } | undefined {
  const [, folder, slug, end, ...rest] = path.split('/');
  const kind = folders.get(folder);
  if (!kind || !slug || end !== '' || rest.length > 0) return undefined;
  return { kind, slug: decodeURIComponent(slug) };
}

/** The month that a path of the archive or a sitemap stands for, `2026-02`, and which of its full pages. */
export function monthAt(path: string): { month: string; page: number | undefined } | undefined {
  const [, year, month, page] =
    /^\/archive\/(\d{4})\/(\d{2})\/(?:([1-9]\d*)\/)?$/.exec(path) ??
    /^\/sitemaps\/articles-(\d{4})-(\d{2})\.xml$/.exec(path) ??
    [];
  return year ? { month: `${year}-${month}`, page: page ? Number(page) : undefined } : undefined;
}

/** The thread or conversation that a path is a page of, by the id of its list. */
export function threadPageAt(path: string): { list: string; page: number } | undefined {
  const [, list, page] = /^\/comments\/([0-9a-f-]{36})\/([1-9]\d*)\/$/.exec(path) ?? [];
  return list ? { list, page: Number(page) } : undefined;
}

/** The shard of people, places and topics that a sitemap's path stands for. */
export const shardAt = (path: string): string | undefined => /^\/sitemaps\/subjects-([0-9a-f])\.xml$/.exec(path)?.[1];

/** Which of the numbered files of news a path stands for. */
export function newsFileAt(path: string): number | undefined {
  const [, file] = /^\/sitemaps\/news-([1-9]\d*)\.xml$/.exec(path) ?? [];
  return file ? Number(file) : undefined;
}

/** The id of the article whose feed of comments stands at a path. */
export const threadFeedAt = (path: string): string | undefined =>
  /^\/comments\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/feed\.xml$/.exec(path)?.[1];

/** Where a path's bytes lie below the output directory. Slugs are decoded, as web servers look them up. */
export function fileOf(path: string): string {
  const file = decodeURIComponent(path.slice(1));
  return path.endsWith('/') ? `${file}index.html` : file;
}
