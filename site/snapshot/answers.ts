import type { Article } from '@dateline/shared/article';
import type { PublishedComment } from '@dateline/shared/comment';
import type { Kind, Shape } from '@dateline/shared/feed';
import type { Place } from '@dateline/shared/place';
import { settingsId, type Settings } from '@dateline/shared/settings';
import { boundedCache } from './bounded-cache.ts';
import { sortKey, top, type Dependency } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';
import type { PageKind } from './paths.ts';
import type { Picture, Questions } from './questions.ts';

/** What the site shows before the newsroom has saved its settings. */
const unset: Settings = {
  name: 'Newsroom',
  tagline: '',
  language: 'en',
  languages: ['en'],
  timeZone: 'UTC',
  contactEmail: '',
  policies: [],
  commentRules: '',
  sample: false,
};

/** Documents of the last few hundred pages, parsed, shared by every page that one process renders. */
export const documentCache = () => boundedCache<unknown>(2_000);
export type DocumentCache = ReturnType<typeof documentCache>;

/**
 * The snapshot as pages see it.
 * @param record Is told of everything that a page asks.
 * @param cache Must be emptied of what a change replaces.
 */
export function answers(
  snapshot: Snapshot,
  record: (dependency: Dependency) => void = () => {},
  cache: DocumentCache = documentCache(),
): Questions {
  function read<K extends Kind>(kind: K, id: string): Shape<K> | undefined {
    return cache.get(`${kind}:${id}`, () => {
      const row = snapshot.get<{ json: string }>('select json from documents where kind = ? and id = ?', kind, id);
      return row && JSON.parse(row.json);
    }) as Shape<K> | undefined;
  }
  function document<K extends Kind>(kind: K, id: string): Shape<K> | undefined {
    record({ key: `doc:${kind}:${id}` });
    return read(kind, id);
  }
  function documentWithSlug<K extends PageKind>(kind: K, slug: string): Shape<K> | undefined {
    record({ key: `slug:${kind}:${slug}` });
    const row = snapshot.get<{ id: string }>(
      'select max(id) as id from documents where kind = ? and slug = ?',
      kind,
      slug,
    );
    return row?.id ? document(kind, row.id) : undefined;
  }
  const articles = (rows: { id: string }[]) =>
    rows.map(({ id }) => read('article', id)).filter((article) => article !== undefined);

  /** The window of a list that is newest first; what sorts outside it cannot touch the page that shows it. */
  function list(
    key: string,
    limit: number,
    before: Article | undefined,
    rows: { id: string; at: string }[],
  ): Article[] {
    const last = rows.at(-1);
    const bound = rows.length < limit || !last ? '' : `${last.at}|${last.id}`;
    record({ key, bound, ceiling: before ? sortKey(before) : top });
    return articles(rows);
  }
  const start = (before: Article | undefined) => [before?.publishedAt ?? top, before?.id ?? top] as const;
  const under = (role: string, ref: string, limit: number, before: Article | undefined) =>
    list(
      `under:${role}:${ref}`,
      limit,
      before,
      snapshot.all(
        `select article as id, published as at from appearances
         where role = ? and ref = ? and (published, article) < (?, ?) order by published desc, article desc limit ?`,
        role,
        ref,
        ...start(before),
        limit,
      ),
    );
  function every<Row>(kind: PageKind, sql: string): Row[] {
    record({ key: `every:${kind}` });
    return snapshot.all<Row>(sql);
  }
  const everySlug = (kind: PageKind) =>
    every<{ slug: string }>(kind, `select distinct slug from documents where kind = '${kind}' order by slug`);

  return {
    settings: () => document('settings', settingsId) ?? unset,
    article: (id) => document('article', id),
    articleAt: (slug) => documentWithSlug('article', slug),
    person: (id) => document('person', id),
    personAt: (slug) => documentWithSlug('person', slug),
    place: (id) => document('place', id),
    placeAt: (slug) => documentWithSlug('place', slug),
    topic: (id) => document('topic', id),
    topicAt: (slug) => documentWithSlug('topic', slug),
    picture: (id): Picture | undefined => {
      const media = document('media', id);
      if (!media) return undefined;
      const sizes = snapshot.all<Picture['sizes'][number]>(
        'select file as src, width, height, mime from media_files where media = ? order by width, name',
        id,
      );
      return sizes.length > 0 ? { alt: media.alt, caption: media.caption, credit: media.credit, sizes } : undefined;
    },
    latest: (limit, before) =>
      list(
        'latest',
        limit,
        before,
        snapshot.all(
          'select id, published as at from articles where (published, id) < (?, ?) order by published desc, id desc limit ?',
          ...start(before),
          limit,
        ),
      ),
    articlesBy: (person, limit, before) => under('author', person, limit, before),
    articlesAbout: (kind, id, limit, before) => under(kind, id, limit, before),
    corrected: (limit) =>
      list(
        'corrected',
        limit,
        undefined,
        snapshot.all(
          'select id, corrected as at from articles where corrected is not null order by corrected desc, id desc limit ?',
          limit,
        ),
      ),
    months: () => {
      record({ key: 'months' });
      return snapshot.all<{ month: string }>('select month from months order by month desc').map(({ month }) => month);
    },
    articlesIn: (month) => {
      record({ key: `month:${month}` });
      return articles(snapshot.all('select id from articles where month = ? order by published desc, id desc', month));
    },
    placesWithin: (parent): Place[] => {
      record({ key: `within:${parent}` });
      const rows = snapshot.all<{ id: string }>('select id from places where parent = ? order by name, id', parent);
      return rows.map(({ id }) => read('place', id)).filter((place) => place !== undefined);
    },
    thread: (article, limit) => {
      record({ key: `thread:${article}` });
      const { count } = snapshot.get<{ count: number }>(
        'select count(*) as count from comments where article = ? and removed = 0',
        article,
      ) ?? {
        count: 0,
      };
      const rows = snapshot.all<{ id: string }>(
        'select id from comments where article = ? order by at desc, id desc limit ?',
        article,
        limit,
      );
      const comments = rows
        .map(({ id }) => read('comment', id))
        .filter((comment): comment is PublishedComment => comment !== undefined);
      return { count, comments };
    },
    everyArticle: () =>
      every('article', 'select slug, published as publishedAt, modified as modifiedAt from articles order by slug, id'),
    everyPerson: () => everySlug('person'),
    everyPlace: () => everySlug('place'),
    everyTopic: () => everySlug('topic'),
  };
}
