import type { CommentMode } from '@dateline/shared/article';
import type { Payload } from 'payload';
import { threadModes } from '../moderation/thread-modes.ts';

/** What the reader API needs of an article that is published. */
export interface CommentedArticle {
  id: string;
  slug: string;
  headline: string;
  mode: CommentMode;
}

/** The article if it is published; undefined for a draft as for one that never was. */
export async function publishedArticle(payload: Payload, id: string): Promise<CommentedArticle | undefined> {
  const [article] = await publishedArticles(payload, [id]);
  return article;
}

/** Those of the articles that are published, in no order. */
export async function publishedArticles(payload: Payload, ids: readonly string[]): Promise<CommentedArticle[]> {
  const { docs } = await payload.find({
    collection: 'articles',
    where: { id: { in: [...ids] }, _status: { equals: 'published' } },
    select: { slug: true, headline: true, comments: true },
    depth: 0,
    pagination: false,
  });
  const modes = await threadModes(
    payload,
    docs.map(({ id }) => String(id)),
  );
  return docs.map(({ id, slug, headline, comments }) => ({
    id: String(id),
    slug: String(slug),
    headline: String(headline),
    mode: modes.get(String(id)) ?? (comments as CommentMode),
  }));
}
