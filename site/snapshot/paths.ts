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

/** The month that an archive path stands for: `2026-02`. */
export const monthAt = (path: string) => /^\/archive\/(\d{4})\/(\d{2})\/$/.exec(path)?.slice(1).join('-');

/** Where a path's bytes lie below the output directory. Slugs are decoded, as web servers look them up. */
export function fileOf(path: string): string {
  const file = decodeURIComponent(path.slice(1));
  return path.endsWith('/') ? `${file}index.html` : file;
}
