import { details } from '@dateline/shared/details';
import { documentId } from '@dateline/shared/id';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { pagesOfConversation, pagesOfThread, repliesPageSize, threadPageSize } from '@dateline/shared/thread-pages';
import type { Payload } from 'payload';
import { z } from 'zod';
import { publishedArticle } from './articles.ts';
import type { ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';

const gone = () => new ReaderFailure('not-found', { detail: details.commentGone });

const findInput = z.object({ comment: z.string('Name the comment by its id.').pipe(documentId) });

/** `GET /comments/at?comment=`: leads to the comment, on whatever page of its thread it stands by now. */
export const findComment: ReaderRoute = {
  method: 'get',
  path: '/comments/at',
  page: true,
  act: async ({ payload, input }) => {
    const { comment } = parseInput(findInput, input);
    const place = await placeOf(payload, comment);
    const article = place && (await publishedArticle(payload, place.article));
    if (!article) throw gone();
    return { to: pathOf(place, article.slug) + `#comment-${comment}` };
  },
};

interface Place {
  article: string;
  root: string | null;
  /** How many conversations the thread has, and how many began before this one. */
  conversations: number;
  older: number;
  /** How many replies of the conversation came before this one. */
  repliesBefore: number;
}

/** The page of the site, by the same cuts as the site makes them. */
export function pathOf({ article, root, conversations, older, repliesBefore }: Place, slug: string): string {
  const page = Math.floor(repliesBefore / repliesPageSize) + 1;
  if (root !== null && page >= pagesOfConversation(0).first) return routes.comments(root, page);
  const pageOfThread = Math.floor(older / threadPageSize) + 1;
  const isUnderArticle = pageOfThread > pagesOfThread(conversations).last;
  return isUnderArticle ? routes.article(slug) : routes.comments(article, pageOfThread);
}

/** What once was public has a place, and keeps it when it is removed. */
async function placeOf({ db }: Payload, comment: string): Promise<Place | undefined> {
  const { rows } = await db.pool.query<Place>(
    `select sought.article_id as article, sought.root_id as root,
       counted.conversations, counted.older,
       (select count(*)::int from comments where root_id = sought.root_id and published_at is not null
          and (published_at, id) < (sought.published_at, sought.id)) as "repliesBefore"
     from comments sought join comments root on root.id = coalesce(sought.root_id, sought.id)
       cross join lateral (
         select count(*)::int as conversations,
           (count(*) filter (where (published_at, id) < (root.published_at, root.id)))::int as older
         from comments where article_id = sought.article_id and root_id is null and published_at is not null
       ) as counted
     where sought.id = $1 and sought.published_at is not null`,
    [comment],
  );
  return rows[0];
}

/** Where somebody who has just posted reads their comment: a reply may stand on any page. */
export const addressOf = (slug: string, { id, root }: { id: string; root: string | null }) =>
  root === null ? routes.comment(slug, id) : readerRoutes.comment(id);
