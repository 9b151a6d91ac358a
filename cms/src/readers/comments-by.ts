import { escapeHtml } from '@dateline/shared/html';
import { readerRoutes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { z } from 'zod';
import { drawDay } from './account/draw-day.ts';
import { allowsOwnComments } from './account/own-comments.ts';
import { publishedArticles } from './articles.ts';
import { findComments, type CommentRow } from './comment-rows.ts';
import { drawSaid } from './draw-quoted.ts';
import type { ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { before, mark, older } from './page-of-comments.ts';

const pageSize = 50;

const byInput = z.object({ reader: z.string('Name the page.').max(40), before });

/**
 * `GET /comments/by?reader=&before=`: the published comments of a reader who wants them to be found together. Drawn for each
 * request, and not a page of the site: off is off at once, for whoever is suspended or goes too.
 */
export const commentsBy: ReaderRoute = {
  method: 'get',
  path: '/comments/by',
  page: true,
  act: async ({ payload, options, input }) => {
    const { reader: key, before: last } = parseInput(byInput, input);
    const reader = await shownReader(payload, key);
    if (!reader) throw new ReaderFailure('not-found', { detail: 'Whoever it was shows no comments here.' });
    const isTheirs = { reader: { equals: reader.id }, status: { equals: 'published' } };
    const isReadable = { 'article._status': { equals: 'published' } };
    const rows = await findComments(payload, { and: [isTheirs, isReadable, older(last)] }, pageSize + 1);
    const page = rows.slice(0, pageSize);
    const next = rows.length > pageSize ? readerRoutes.commentsBy(key, mark(page.at(-1)!)) : undefined;
    const html = (await drawRows(payload, page, options.publicURL)) + drawNext(next);
    return { status: 200, page: { title: `Comments by ${reader.name}`, html } };
  },
};

async function shownReader(payload: Payload, key: string): Promise<{ id: string; name: string } | undefined> {
  if (!(await allowsOwnComments(payload))) return undefined;
  const { rows } = await payload.db.pool.query<{ id: string; name: string }>(
    `select id, name from readers
     where comments_key = $1 and shows_comments and status = 'active' and delete_at is null`,
    [key],
  );
  return rows[0];
}

async function drawRows(payload: Payload, rows: readonly CommentRow[], publicURL: string): Promise<string> {
  const articles = await publishedArticles(payload, [...new Set(rows.map(({ article }) => article))]);
  const headlines = new Map(articles.map(({ id, headline }) => [id, headline]));
  const items = rows.map((row) => {
    const at = row.publishedAt ?? row.createdAt;
    const on = `<a href="${escapeHtml(readerRoutes.comment(row.id))}">${escapeHtml(headlines.get(row.article) ?? '')}</a>`;
    return `<li><p class="state">${drawDay(new Date(at))} · ${on}</p>${drawSaid(row, publicURL)}</li>`;
  });
  return items.length > 0 ? `<ol class="own-comments">${items.join('')}</ol>` : '<p>There are none yet.</p>';
}

const drawNext = (next: string | undefined) =>
  next ? `<p><a href="${escapeHtml(next)}" rel="next">Older comments</a></p>` : '';
