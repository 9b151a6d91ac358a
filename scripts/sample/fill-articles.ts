import { articles } from './articles/all.ts';
import { parseBody } from './body.ts';
import { forEachOf, idOf, idsBy, make, type Payload } from './newsroom-store.ts';
import type { SampleArticle } from './types.ts';

/** The ids of what articles refer to, by slug or name. */
export interface Known {
  people: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, string>;
  topics: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, string>;
}

/** An article as the CMS takes it, with its dates as they were: published then, and last changed at its last correction. */
export function articleData(article: SampleArticle, known: Known): Record<string, unknown> {
  const {
    slug,
    headline,
    standfirst,
    kindOfWork = 'news',
    language = 'en-KE',
    comments = 'open',
    corrections = [],
  } = article;
  const publishedAt = new Date(article.publishedAt).toISOString();
  return {
    slug,
    headline,
    standfirst,
    kindOfWork,
    language,
    comments,
    dateline: { place: idOf(known.places, article.place, 'place'), date: article.publishedAt.slice(0, 10) },
    authors: article.authors.map((author) => idOf(known.people, author, 'person')),
    topics: article.topics.map((topic) => idOf(known.topics, topic, 'topic')),
    leadImage: article.leadImage && idOf(known.pictures, article.leadImage, 'picture'),
    corrections: corrections.map(({ at, text }) => ({ at: new Date(at).toISOString(), text })),
    body: parseBody(article.body, {
      person: (name) => idOf(known.people, name, 'person'),
      place: (name) => idOf(known.places, name, 'place'),
      picture: (name) => idOf(known.pictures, name, 'picture'),
    }),
    publishedAt,
    modifiedAt: new Date(corrections.at(-1)?.at ?? article.publishedAt).toISOString(),
    _status: 'published',
  };
}

/** Publishes every article. @returns Their ids by slug. */
export async function fillArticles(payload: Payload, known: Known): Promise<Map<string, string>> {
  const ids = await idsBy(payload, 'articles', 'slug');
  await forEachOf(articles, async (article) => {
    if (ids.has(article.slug)) return;
    ids.set(article.slug, await make(payload, 'articles', articleData(article, known)));
  });
  return ids;
}
