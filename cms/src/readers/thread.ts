import { threadPage, type ThreadPage } from '@dateline/shared/comment';
import { commentOrders } from '@dateline/shared/comment-order';
import { details } from '@dateline/shared/details';
import { documentId, instant } from '@dateline/shared/id';
import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { publishedArticle } from './articles.ts';
import { asOwn, asPublished, editableUntil, findComments, type CommentRow } from './comment-rows.ts';
import { conversationsOf, partsOf } from './conversations.ts';
import { countComments } from './count-comments.ts';
import { editMinutes } from './edit-minutes.ts';
import { findReader, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { mark, older } from './page-of-comments.ts';
import { recommendedBy } from './recommended-by.ts';
import { sharedAnswers } from './shared-answers.ts';

const pageSize = 50;
/** So many of their own in one thread are told to a reader where nothing else is. */
const mostOwn = 200;
const wrongPage = 'Leave `before` out, or send what `next` of the page before held.';

const threadInput = z.object({
  article: z.string('Name the article by its id.').pipe(documentId),
  /** The last comment of the page before: its instant and its id, behind how many recommend it where that is the order. */
  before: z
    .string()
    .transform((before) => before.split('~'))
    .pipe(
      z.union(
        [z.tuple([instant, documentId]), z.tuple([z.string().regex(/^\d{1,9}$/), instant, documentId])],
        wrongPage,
      ),
    )
    .optional(),
  order: z.enum(commentOrders, 'There is no such order.').optional(),
  /** For a page that has what is public: only what the reader alone is told. */
  only: z.literal('own', 'Leave `only` out, or send `own`.').optional(),
});

/** `GET /comments?article=&order=&before=&only=` */
export const thread: ReaderRoute = {
  method: 'get',
  path: '/comments',
  barred: 'are-nobody',
  act: async (exchange) => {
    const { payload, options } = exchange;
    const input = parseInput(threadInput, exchange.input);
    const article = await publishedArticle(payload, input.article);
    if (!article) throw new ReaderFailure('not-found', { detail: details.noArticle });
    const reader = await findReader(exchange);
    const page = shared(payload)(JSON.stringify({ ...input, article: article.id }));
    const [{ rows, more, next, count }, own] = await Promise.all([
      page,
      reader && ownParts(payload, reader.id, article.id, amongOf(input, page)),
    ]);
    const answer: ThreadPage = {
      article: article.id,
      mode: article.mode,
      count,
      comments: rows.map((row) => asPublished(row, options.publicURL)),
      own: own?.pending.map((row) => asOwn(row, options.publicURL, own.minutes)) ?? [],
      recommended: own?.recommended ?? [],
      mine:
        own?.shown.map((row) => ({ id: row.id, body: row.body, editableUntil: editableUntil(row, own.minutes) })) ?? [],
      next,
      more,
    };
    return { status: 200, json: threadPage.parse(answer) };
  },
};

type Asked = z.output<typeof threadInput>;

const everybodys = new WeakMap<object, (asked: string) => ReturnType<typeof readAll>>();

/** What everybody sees of a thread, found once for all who ask at the same time: a hot one is asked for by many. */
function shared(payload: Payload) {
  const known = everybodys.get(payload.db);
  if (known) return known;
  const made = sharedAnswers((asked) => readAll(payload, JSON.parse(asked) as Asked));
  everybodys.set(payload.db, made);
  return made;
}

async function readAll(payload: Payload, asked: Asked) {
  const [page, count] = await Promise.all([read(payload, asked.article, asked), countComments(payload, asked.article)]);
  return { ...page, count };
}

/** Without an order, what is newest on whatever level, for a page that holds the rest; in an order, whole conversations. */
async function read(payload: Payload, article: string, { order, before, only }: Asked) {
  if (only) return { rows: [], more: [], next: null };
  if (before && before.length !== partsOf(order ?? 'newest'))
    throw new ReaderFailure('invalid-input', { fields: { before: wrongPage } });
  if (order) return await conversationsOf(payload, article, order, before);
  const ofArticle: Where = { article: { equals: article } };
  const rows = await findComments(
    payload,
    { and: [ofArticle, isPublic, older(before as [string, string])] },
    pageSize + 1,
  );
  const page = rows.slice(0, pageSize);
  return { rows: page, more: [], next: rows.length > pageSize ? mark(page.at(-1)!) : null };
}

/** Among which public comments the reader's own are looked for: the article's page shows older ones beside the first page. */
function amongOf({ order, before, only }: Asked, page: Promise<{ rows: CommentRow[] }>) {
  if (only) return mostOwn;
  return order || before ? page : pageSize;
}

/** What once was public keeps its place. */
const isPublic: Where = { publishedAt: { exists: true } };

/**
 * What a reader alone sees of a thread.
 * @param among Of which public comments theirs are told: those of a page, or so many of the newest.
 */
async function ownParts(
  payload: Payload,
  reader: string,
  article: string,
  among: Promise<{ rows: CommentRow[] }> | number,
) {
  const isTheirs: Where = { article: { equals: article }, reader: { equals: reader } };
  const isPending: Where = { ...isTheirs, status: { in: ['held', 'refused'] } };
  const shownIn = async () => {
    const isShown: Where = { ...isTheirs, status: { equals: 'published' } };
    if (typeof among === 'number') return await findComments(payload, isShown, among);
    const ids = (await among).rows.map(({ id }) => id);
    return await findComments(payload, { ...isShown, id: { in: ids } }, ids.length);
  };
  const [minutes, pending, shown, recommended] = await Promise.all([
    editMinutes(payload),
    findComments(payload, isPending, pageSize),
    shownIn(),
    recommendedBy(payload, reader, article),
  ]);
  return { minutes, pending, shown, recommended };
}
