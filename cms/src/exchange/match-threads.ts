import type { Payload } from 'payload';
import { articleNames, type ArticleNames } from './article-names.ts';
import type { Stage, StagedThread } from './stage.ts';

const atOnce = 200;

interface FoundArticle {
  id: string;
  slug: string;
  formerSlugs?: string[] | null;
}

/** Finds the published article of each thread; those that have none are handed to `unmatched`. Returns how many have one. */
export async function matchThreads(
  payload: Payload,
  stage: Stage,
  mapping: ReadonlyMap<string, string>,
  unmatched: (thread: StagedThread) => void,
): Promise<number> {
  let matched = 0;
  for (let after = ''; ;) {
    const threads = stage.threads(after, atOnce);
    const last = threads.at(-1);
    if (!last) return matched;
    after = last.key;
    const named = threads.map((thread) => ({
      thread,
      names: articleNames(thread, mapping.get(thread.url) ?? mapping.get(thread.key)),
    }));
    const find = await finderFor(
      payload,
      named.map(({ names }) => names),
    );
    for (const { thread, names } of named) {
      const article = find(names);
      if (article === undefined) unmatched(thread);
      else {
        stage.match(thread.key, article);
        matched++;
      }
    }
  }
}

/** Of an article's own slug before a former one. */
async function finderFor(payload: Payload, names: readonly ArticleNames[]) {
  const ids = names.flatMap((name) => name.ids);
  const slugs = names.flatMap((name) => name.slugs);
  const { docs } = await payload.find({
    collection: 'articles',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { or: [{ id: { in: ids } }, { slug: { in: slugs } }, { formerSlugs: { in: slugs } }] },
      ],
    },
    select: { slug: true, formerSlugs: true },
    depth: 0,
    pagination: false,
    joins: false,
  });
  const articles = docs as unknown as FoundArticle[];
  const known = new Set(articles.map(({ id }) => id));
  const bySlug = new Map(articles.flatMap(({ id, formerSlugs }) => (formerSlugs ?? []).map((slug) => [slug, id])));
  for (const { id, slug } of articles) bySlug.set(slug, id);
  return (one: ArticleNames): string | undefined =>
    one.ids.find((id) => known.has(id)) ?? one.slugs.map((slug) => bySlug.get(slug)).find((id) => id !== undefined);
}
