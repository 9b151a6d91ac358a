import type { Article } from '@dateline/shared/article';
import type { PublishedComment } from '@dateline/shared/comment';
import type { Kind, Shape } from '@dateline/shared/feed';
import type { Merge } from './merged.ts';
import { isSharded, shardOf } from './shards.ts';

/** A version of a document, with its kind. */
export type Version = { [K in Kind]: { kind: K; data: Shape<K> } }[Kind];

/** What a change touches. `at` is the sort key within a list; without it, every reader of the key is touched. */
export interface Key {
  key: string;
  at?: string;
  /** Whether those who read it are never hurried: they stand far from what changed, and may be many. */
  isFar?: true;
}

/** What a page read. Of a list, the window from `bound` (of its last visible entry) up to, but without, `ceiling`. */
export interface Dependency {
  key: string;
  bound?: string;
  ceiling?: string;
  /** The instant at which time alone changes the answer; without one, it never does. */
  until?: string;
}

/** Sorts above every sort key. */
export const top = '\u{10FFFF}';

/** Sorts above a sort key, and below every other that is above it. */
export const justAbove = (key: string) => `${key}!`;

/** An article's place in the lists by first publication. */
export const sortKey = (article: Pick<Article, 'publishedAt' | 'id'>) => `${article.publishedAt}|${article.id}`;

/** The month of first publication: `2026-02`. */
export const monthOf = (article: Pick<Article, 'publishedAt'>) => article.publishedAt.slice(0, 7);

/** The latest correction's instant, by which the list of corrections is sorted; undefined where there is none. */
export const correctedAt = (article: Pick<Article, 'corrections'>) =>
  article.corrections.reduce<string | undefined>((latest, { at }) => (latest && latest > at ? latest : at), undefined);

/** Whom and what an article stands under, each once. The dateline's place counts as one that it is about. */
export function appearancesOf(article: Article): { role: 'author' | 'person' | 'place' | 'topic'; ref: string }[] {
  const { mentions, dateline } = article;
  const under = <Role extends string>(role: Role, refs: string[]) => [...new Set(refs)].map((ref) => ({ role, ref }));
  return [
    ...under('author', article.authors),
    ...under('person', mentions.people),
    ...under('place', dateline.place ? [dateline.place, ...mentions.places] : mentions.places),
    ...under('topic', article.topics),
  ];
}

function listsOfArticle(article: Article): Key[] {
  const at = sortKey(article);
  const corrected = correctedAt(article);
  return [
    { key: 'latest', at },
    { key: `month:${monthOf(article)}`, at },
    ...(corrected ? [{ key: 'corrected', at: `${corrected}|${article.id}` }] : []),
    ...appearancesOf(article).map(({ role, ref }) => ({ key: `under:${role}:${ref}`, at })),
  ];
}

function listsOf(version: Version): Key[] {
  if (version.kind === 'article') return listsOfArticle(version.data);
  if (version.kind === 'place') return version.data.parent ? [{ key: `within:${version.data.parent}` }] : [];
  if (version.kind === 'comment') {
    const at = placeKey(version.data);
    return [
      { key: `thread:${listOf(version.data)}`, at },
      { key: `newest:${version.data.article}`, at },
    ];
  }
  return [];
}

/** Where a comment stands: under its article, or among the replies to a comment of the first level. */
export const listOf = ({ root, article }: Pick<PublishedComment, 'root' | 'article'>) => root ?? article;

/** A comment's place in its list. */
export const placeKey = ({ at, id }: Pick<PublishedComment, 'at' | 'id'>) => `${at}|${id}`;

/** As much of an article as the pages of its thread show of it, and what closes it. */
export const storyOf = ({
  id,
  slug,
  headline,
  language,
  comments,
  authors,
  corrections,
  publishedAt,
  commentsCloseAfterDays,
}: Article) => ({
  id,
  slug,
  headline,
  language,
  closed: comments === 'closed',
  authors,
  correctedAt: correctedAt({ corrections }) ?? null,
  publishedAt,
  commentsCloseAfterDays,
});

function threadMoved(before: PublishedComment | undefined, after: PublishedComment | undefined): Key[] {
  const sides = [before, after].filter((side) => side !== undefined);
  const isIn = (side: PublishedComment) => ({ key: `cuts:${listOf(side)}`, at: placeKey(side) });
  const counted = (side: PublishedComment | undefined) => side && !side.removed && side.article;
  return [
    ...(JSON.stringify(before && isIn(before)) === JSON.stringify(after && isIn(after)) ? [] : sides.map(isIn)),
    ...sides.filter(({ pinned }) => pinned).map(({ article }) => ({ key: `pinned:${article}` })),
    ...(counted(before) === counted(after) ? [] : sides.map(({ article }) => ({ key: `count:${article}` }))),
  ];
}

/** What the pages of a thread show beside the comments: the cuts between them, how many there are, and the story. */
function threadKeys(before: Version | undefined, after: Version | undefined): Key[] {
  const version = after ?? before;
  if (version?.kind === 'comment')
    return threadMoved(before?.data as PublishedComment | undefined, after?.data as PublishedComment | undefined);
  if (version?.kind !== 'article') return [];
  const [was, is] = [before, after].map((side) => side && JSON.stringify(storyOf(side.data as Article)));
  return was === is ? [] : [{ key: `story:${version.data.id}`, isFar: true }];
}

/** Where an article that joins a month, leaves it or moves within it moves the cuts between the month's pages. */
function cutsMoved(before: Version | undefined, after: Version | undefined): Key[] {
  const [left, joined] = [before, after].map((side) => (side?.kind === 'article' ? side.data : undefined));
  if (left?.publishedAt === joined?.publishedAt) return [];
  return [left, joined].flatMap((side) => (side ? [{ key: `order:${monthOf(side)}`, at: sortKey(side) }] : []));
}

const slugOf = (version: Version | undefined) => (version && 'slug' in version.data ? version.data.slug : undefined);

/**
 * Everything that a page may have read and that this change may have altered: never less, seldom more.
 * @param before The version that the snapshot held; undefined where the document is new.
 * @param after The version that it holds now; undefined where the document was taken away.
 */
export function keysOfChange(id: string, before: Version | undefined, after: Version | undefined): Key[] {
  const version = after ?? before;
  if (!version || (before && after && JSON.stringify(before) === JSON.stringify(after))) return [];
  const keys: Key[] = [{ key: `doc:${version.kind}:${id}` }];
  if (slugOf(before) !== slugOf(after)) {
    for (const slug of [slugOf(before), slugOf(after)]) if (slug) keys.push({ key: `slug:${version.kind}:${slug}` });
  }
  if (slugOf(before) !== slugOf(after)) keys.push({ key: `every:${version.kind}` });
  if (slugOf(before) !== slugOf(after) && isSharded(version.kind)) keys.push({ key: `shard:${shardOf(id)}` });
  keys.push(...cutsMoved(before, after), ...threadKeys(before, after));
  for (const side of [before, after]) if (side) keys.push(...listsOf(side));
  return [...new Map(keys.map((key) => [`${key.key} ${key.at ?? ''}`, key])).values()];
}

const rolesOf: Partial<Record<Kind, readonly string[]>> = {
  person: ['author', 'person'],
  place: ['place'],
  topic: ['topic'],
};

/** Everything that a page may have read and that is altered where a document is merged into another one, or no longer is. */
export function keysOfMerge(kind: Kind, id: string, { before, after }: Merge): Key[] {
  const lists = [...new Set([...before, ...after])].flatMap((other) => [
    ...(rolesOf[kind] ?? []).map((role) => ({ key: `under:${role}:${other}` })),
    ...(kind === 'place' ? [{ key: `within:${other}` }] : []),
    ...(kind === 'person' ? [{ key: `merged:person:${other}` }] : []),
  ]);
  return [{ key: `doc:${kind}:${id}` }, ...lists];
}
