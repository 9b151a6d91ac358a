import { threadPage, type ThreadPage } from '@dateline/shared/comment';
import { documentId, instant } from '@dateline/shared/id';
import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { publishedArticle } from './articles.ts';
import { asOwn, asPublished, findComments, type CommentRow } from './comment-rows.ts';
import { findReader, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';

const pageSize = 50;
const wrongPage = 'Leave `before` out, or send what `next` of the page before held.';

const threadInput = z.object({
  article: z.string('Name the article by its id.').pipe(documentId),
  /** The last comment of the page before: its instant and its id. */
  before: z
    .string()
    .transform((before) => before.split('~'))
    .pipe(z.tuple([instant, documentId], wrongPage))
    .optional(),
});

/** `GET /comments?article=&before=` */
export const thread: ReaderRoute = {
  method: 'get',
  path: '/comments',
  act: async (exchange) => {
    const { payload } = exchange;
    const input = parseInput(threadInput, exchange.input);
    const article = await publishedArticle(payload, input.article);
    if (!article) throw new ReaderFailure('not-found', { detail: 'There is no such article.' });
    const reader = await findReader(exchange);
    const ofArticle: Where = { article: { equals: article.id } };
    const rows = await findComments(payload, { and: [ofArticle, isPublic, older(input.before)] }, pageSize + 1);
    const page = rows.slice(0, pageSize);
    const answer: ThreadPage = {
      article: article.id,
      mode: article.mode,
      count: await countPublic(payload, ofArticle),
      comments: page.map(asPublished),
      own: reader
        ? (await findComments(payload, { and: [ofArticle, ownPending(reader.id)] }, pageSize)).map(asOwn)
        : [],
      next: rows.length > pageSize ? mark(page.at(-1)!) : null,
    };
    return { status: 200, json: threadPage.parse(answer) };
  },
};

const isPublic: Where = { status: { in: ['published', 'removed'] } };

const ownPending = (reader: string): Where => ({ reader: { equals: reader }, status: { in: ['held', 'refused'] } });

const mark = (row: CommentRow) => `${row.publishedAt ?? row.createdAt}~${row.id}`;

/** By key and not by number, so that a page does not shift while comments come in. */
function older(before: [string, string] | undefined): Where {
  if (!before) return {};
  const [at, id] = before;
  return {
    or: [{ publishedAt: { less_than: at } }, { and: [{ publishedAt: { equals: at } }, { id: { less_than: id } }] }],
  };
}

async function countPublic(payload: Payload, ofArticle: Where): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'comments',
    where: { and: [ofArticle, { status: { equals: 'published' } }] },
  });
  return totalDocs;
}
