import type { Article } from '@dateline/shared/article';
import type { Kind, Shape } from '@dateline/shared/feed';

/** A version of a document, with its kind. */
export type Version = { [K in Kind]: { kind: K; data: Shape<K> } }[Kind];

/** What a change touches. `at` is the sort key within a list; without it, every reader of the key is touched. */
export interface Key {
  key: string;
  at?: string;
}

/** What a page read. Of a list, the window from `bound` (of its last visible entry) up to, but without, `ceiling`. */
export interface Dependency {
  key: string;
  bound?: string;
  ceiling?: string;
}

/** Sorts above every sort key. */
export const top = '\u{10FFFF}';

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
    { key: `month:${monthOf(article)}` },
    ...(corrected ? [{ key: 'corrected', at: `${corrected}|${article.id}` }] : []),
    ...appearancesOf(article).map(({ role, ref }) => ({ key: `under:${role}:${ref}`, at })),
  ];
}

function listsOf(version: Version): Key[] {
  if (version.kind === 'article') return listsOfArticle(version.data);
  if (version.kind === 'place') return version.data.parent ? [{ key: `within:${version.data.parent}` }] : [];
  if (version.kind === 'comment') return [{ key: `thread:${version.data.article}` }];
  return [];
}

/** What the list of every document of a kind shows of one. */
function entryOf(version: Version): string {
  if (version.kind === 'article')
    return [version.data.slug, version.data.publishedAt, version.data.modifiedAt].join(' ');
  return 'slug' in version.data ? version.data.slug : '';
}

const slugOf = (version: Version | undefined) => (version && 'slug' in version.data ? version.data.slug : undefined);

/**
 * Everything that a page may have read and that this change may have altered: never less, seldom more.
 * @param before The version that the snapshot held; undefined where the document is new.
 * @param after The version that it holds now; undefined where the document was taken away.
 */
export function keysOfChange(id: string, before: Version | undefined, after: Version | undefined): Key[] {
  const version = after ?? before;
  if (!version || JSON.stringify(before) === JSON.stringify(after)) return [];
  const keys: Key[] = [{ key: `doc:${version.kind}:${id}` }];
  if (slugOf(before) !== slugOf(after)) {
    for (const slug of [slugOf(before), slugOf(after)]) if (slug) keys.push({ key: `slug:${version.kind}:${slug}` });
  }
  if (!before || !after || entryOf(before) !== entryOf(after)) keys.push({ key: `every:${version.kind}` });
  for (const side of [before, after]) if (side) keys.push(...listsOf(side));
  return [...new Map(keys.map((key) => [`${key.key} ${key.at ?? ''}`, key])).values()];
}
