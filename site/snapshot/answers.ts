import type { Article } from '@dateline/shared/article';
import type { Kind, Shape } from '@dateline/shared/feed';
import type { Place } from '@dateline/shared/place';
import { settingsId, type Settings } from '@dateline/shared/settings';
import { threadAt } from '@dateline/shared/thread-closing';
import { boundedCache } from './bounded-cache.ts';
import type { Clock } from './clock.ts';
import { closedUntil } from './closures.ts';
import { sortKey, storyOf, top, type Dependency } from './keys-of-change.ts';
import { dayAt, nextDayAt } from './local-day.ts';
import { predecessorsOf, successorsOf } from './merged.ts';
import { monthAnswers } from './month.ts';
import { countNews, newsFiles, newsIn, newsSince, newsUntil, oldestNews } from './news.ts';
import type { Snapshot } from './open.ts';
import { hasPage, pageOf, type PageKind } from './paths.ts';
import { sharded } from './shards.ts';
import { threadAnswers } from './thread.ts';
import { everyThread } from './thread-feeds.ts';
import { everyThreadPage } from './thread-pages.ts';
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
  threads: { closed: false, closeAfterDays: 0 },
  sample: false,
};

/** Documents of the last few hundred pages, parsed, shared by every page that one process renders. */
export const documentCache = () => boundedCache<unknown>(2_000);
export type DocumentCache = ReturnType<typeof documentCache>;

/** An article's place in a list. */
interface Entry {
  id: string;
  at: string;
}

/** The newest entries of several lists, each once. */
function newestOf(entries: Entry[], limit: number): Entry[] {
  const once = new Map(entries.map((entry) => [`${entry.at}|${entry.id}`, entry]));
  return [...once]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, limit)
    .map(([, entry]) => entry);
}

/**
 * The snapshot as pages see it.
 * @param record Is told of everything that a page asks.
 * @param cache Must be emptied of what a change replaces.
 * @param show Is told of the page of every document, month and thread that the page may link to.
 * @param clock What time it is for the page.
 */
export function answers(
  snapshot: Snapshot,
  record: (dependency: Dependency) => void = () => {},
  cache: DocumentCache = documentCache(),
  show: (path: string) => void = () => {},
  clock: Clock = Date.now,
): Questions {
  function read<K extends Kind>(kind: K, id: string): Shape<K> | undefined {
    const found = cache.get(`${kind}:${id}`, () => {
      const row = snapshot.get<{ json: string }>('select json from documents where kind = ? and id = ?', kind, id);
      return row && JSON.parse(row.json);
    }) as Shape<K> | undefined;
    if (found && 'slug' in found && hasPage(kind)) show(pageOf[kind](found.slug));
    return found;
  }
  function document<K extends Kind>(kind: K, id: string): Shape<K> | undefined {
    record({ key: `doc:${kind}:${id}` });
    const found = read(kind, id);
    if (found) return found;
    // One that was merged into another is answered with that one.
    const [next, ...others] = successorsOf(snapshot, kind, id);
    if (next === undefined) return undefined;
    for (const other of others) record({ key: `doc:${kind}:${other}` });
    record({ key: `doc:${kind}:${next}` });
    return [next, ...others].map((other) => read(kind, other)).find((other) => other !== undefined);
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

  /** What sorts outside the window of a list cannot touch the page that shows it. */
  function recordWindow(key: string, limit: number, before: Article | undefined, rows: Entry[]): void {
    const last = rows.at(-1);
    const bound = rows.length < limit || !last ? '' : `${last.at}|${last.id}`;
    record({ key, bound, ceiling: before ? sortKey(before) : top });
  }
  /** The window of a list that is newest first. */
  function list(key: string, limit: number, before: Article | undefined, rows: Entry[]): Article[] {
    recordWindow(key, limit, before, rows);
    return articles(rows);
  }
  const start = (before: Article | undefined) => [before?.publishedAt ?? top, before?.id ?? top] as const;
  /** What stands under somebody stands also under whom they were merged into: once, where both are named. */
  function under(role: string, kind: Kind, ref: string, limit: number, before: Article | undefined): Article[] {
    const refs = [ref, ...predecessorsOf(snapshot, kind, ref)];
    const lists = refs.map((one) =>
      snapshot.all<Entry>(
        `select article as id, published as at from appearances
         where role = ? and ref = ? and (published, article) < (?, ?) order by published desc, article desc limit ?`,
        role,
        one,
        ...start(before),
        limit,
      ),
    );
    const rows = lists.length === 1 ? lists.flat() : newestOf(lists.flat(), limit);
    for (const one of refs.slice(1)) recordWindow(`under:${role}:${one}`, limit, before, rows);
    return list(`under:${role}:${ref}`, limit, before, rows);
  }
  function every<Row>(kind: PageKind, sql: string): Row[] {
    record({ key: `every:${kind}` });
    return snapshot.all<Row>(sql);
  }
  const settings = () => document('settings', settingsId) ?? unset;
  function today(): string {
    const now = clock();
    const { timeZone } = settings();
    record({ key: `doc:settings:${settingsId}`, until: new Date(nextDayAt(now, timeZone)).toISOString() });
    return dayAt(now, timeZone);
  }
  function isClosed(article: Article): boolean {
    const thread = threadAt(article, settings(), closedUntil(snapshot, article), clock());
    record({
      key: `closed:${article.id}`,
      ...(thread.until < Infinity && { until: new Date(thread.until).toISOString() }),
    });
    return thread.isClosed;
  }
  const recordNews = (now: number, oldest: string | undefined) =>
    record({ key: 'latest', bound: newsSince(now), ...(oldest && { until: newsUntil(oldest) }) });
  const everySlug = (kind: PageKind) =>
    every<{ slug: string }>(kind, `select distinct slug from documents where kind = '${kind}' order by slug`);

  function authorsOf({ authors }: Pick<Article, 'authors'>): string[] {
    const ids = authors.flatMap((author) => {
      const known = document('person', author);
      if (!known) return [];
      record({ key: `merged:person:${known.id}` });
      return [known.id, ...predecessorsOf(snapshot, 'person', known.id)];
    });
    return [...new Set(ids)];
  }

  return {
    settings,
    today,
    isClosed,
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
    articlesBy: (person, limit, before) => under('author', 'person', person, limit, before),
    articlesAbout: (kind, id, limit, before) => under(kind, kind, id, limit, before),
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
    ...monthAnswers(snapshot, record, articles, show),
    shards: () => {
      for (const kind of ['person', 'place', 'topic']) record({ key: `every:${kind}` });
      const found = snapshot.all<{ shard: string }>(
        `select distinct substr(id, -1) as shard from documents where kind in ${sharded} order by shard`,
      );
      return found.map(({ shard }) => shard);
    },
    subjectsIn: (shard) => {
      record({ key: `shard:${shard}` });
      return snapshot.all(
        `select kind, slug from documents where kind in ${sharded} and substr(id, -1) = ? order by kind, slug`,
        shard,
      );
    },
    news: (file = 1) => {
      const now = clock();
      const items = newsIn(snapshot, now, file);
      recordNews(now, items.at(-1)?.publishedAt);
      return items;
    },
    newsFiles: () => {
      const now = clock();
      recordNews(now, oldestNews(snapshot, now));
      return newsFiles(countNews(snapshot, now));
    },
    placesWithin: (parent): Place[] => {
      const parents = [parent, ...predecessorsOf(snapshot, 'place', parent)];
      for (const one of parents) record({ key: `within:${one}` });
      const rows = snapshot.all<{ id: string }>(
        'select id from places where parent in (select value from json_each(?)) order by name, id',
        JSON.stringify(parents),
      );
      return rows.map(({ id }) => read('place', id)).filter((place) => place !== undefined);
    },
    ...threadAnswers(
      snapshot,
      record,
      {
        comment: (id) => read('comment', id),
        story: (id) => {
          const article = read('article', id);
          return article && { ...storyOf(article), closed: isClosed(article) };
        },
      },
      show,
    ),
    authorsOf,
    everyThread: () => everyThread(snapshot),
    everyArticle: () => everySlug('article'),
    everyThreadPage: () => everyThreadPage(snapshot),
    everyPerson: () => everySlug('person'),
    everyPlace: () => everySlug('place'),
    everyTopic: () => everySlug('topic'),
  };
}
