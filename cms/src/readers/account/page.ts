import { endSessionsForm } from '@dateline/shared/account-forms';
import { logoutForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import { problems } from '@dateline/shared/problem';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { z } from 'zod';
import type { Page } from '../answer.ts';
import { publishedArticles, type CommentedArticle } from '../articles.ts';
import { sayBar, type Bar } from '../barred.ts';
import { editableUntil, findComments, type CommentRow } from '../comment-rows.ts';
import { drawSaid } from '../draw-quoted.ts';
import { editMinutes } from '../edit-minutes.ts';
import type { Exchange } from '../exchange.ts';
import { parseInput } from '../failure.ts';
import { before, older } from '../page-of-comments.ts';
import { hasLapsed } from '../retention/keep-lapsed.ts';
import { accountPolicy, type AccountPolicy } from '../retention/policy.ts';
import { passkeysOf } from '../passkeys/rows.ts';
import { sessionName, type SignedInReader } from '../session.ts';
import { drawAgreement } from './agree.ts';
import { drawDay } from './draw-day.ts';
import { drawDone } from './done.ts';
import { drawNotifications } from './notifications.ts';
import { drawOwnComments } from './own-comments.ts';
import { ownPage } from './own-page.ts';
import { drawSessions } from './sessions.ts';

const title = 'Your account';
const pageSize = 50;
const pageInput = z.object({ before });

/** `GET /account`: who one is, what one wrote and what became of it, and where one is logged in. */
export const accountPage = ownPage('/account', draw, { barred: 'may' });

async function draw({ payload, options, headers, input }: Exchange, reader: SignedInReader): Promise<Page> {
  if (reader.bar) return await drawBarred(payload, reader, reader.bar);
  const { before: last } = parseInput(pageInput, input);
  const ofReader = { reader: { equals: reader.id }, withdrawnAt: { exists: false } };
  const rows = await findComments(payload, { and: [ofReader, older(last, 'createdAt')] }, pageSize + 1, 'createdAt');
  const comments = rows.slice(0, pageSize);
  const minutes = await editMinutes(payload);
  const articles = await publishedArticles(payload, [...new Set(comments.map(({ article }) => article))]);
  const policy = await accountPolicy(payload);
  const sections = [
    drawDone(input.done),
    drawDetails(reader, (await passkeysOf(payload, reader.id)).length),
    await drawEnd(payload, reader.id, policy),
    drawAgreement(policy, reader.termsVersion),
    '<h2 id="comments">Your comments</h2>',
    drawComments(comments, articles, { publicURL: options.publicURL, minutes }),
    rows.length > pageSize ? drawOlder(comments.at(-1)!) : '',
    await drawOwnComments(payload, reader.id),
    '<h2>What you were told</h2>',
    await drawNotifications(payload, reader.id),
    `<p class="aside"><a href="${readerRoutes.accountNotifications}">Choose what you are told, and how</a></p>`,
    '<h2>Where you are logged in</h2>',
    await drawSessions(payload, reader.id, sessionName(headers.get('cookie'), options.publicURL)),
    drawData(),
    `<div class="choices">${logoutForm()}${endSessionsForm()}</div>`,
  ];
  return { title, html: sections.join('') };
}

/** That the account is to be deleted, and how to keep it. */
async function drawEnd({ db }: Payload, reader: string, policy: AccountPolicy): Promise<string> {
  const { rows } = await db.drizzle.execute<{ at: string }>(sql`
    select delete_at as at from readers
    where id = ${reader} and delete_at is not null and deletion_reason = 'terms' and not ${hasLapsed(policy)}`);
  return rows
    .map(
      ({ at }) =>
        `<p class="problem">Your account is deleted on ${drawDay(new Date(at))}, unless you agree to our terms before.</p>`,
    )
    .join('');
}

/** All that whoever is barred can see to. */
async function drawBarred(payload: Payload, { id, name, email }: SignedInReader, bar: Bar): Promise<Page> {
  const said = [problems[bar][1], await sayBar(payload, id, bar)].filter(Boolean).join(' ');
  const html = [
    `<p class="problem">${escapeHtml(said)}</p>`,
    `<p>${escapeHtml(name)}, ${escapeHtml(email)}</p>`,
    drawData(),
    `<div class="choices">${logoutForm()}${endSessionsForm()}</div>`,
  ];
  return { title, html: html.join('') };
}

/** What can be changed, each with the way to do it. */
function drawDetails({ name, email }: { name: string; email: string }, passkeys: number): string {
  const row = (label: string, value: string, href: string) =>
    `<div><dt>${label}</dt><dd>${value}</dd><dd><a href="${href}">Change<span class="visually-hidden"> ${label.toLowerCase()}</span></a></dd></div>`;
  return [
    '<dl class="rows">',
    row('Name', escapeHtml(name), readerRoutes.accountName),
    row('E-mail address', escapeHtml(email), readerRoutes.accountEmail),
    row('Password', 'Only you know it', readerRoutes.accountPassword),
    row('Passkeys', passkeys === 0 ? 'None yet' : String(passkeys), readerRoutes.accountPasskeys),
    '</dl>',
  ].join('');
}

const states = {
  held: 'Waiting for the newsroom',
  published: 'Published',
  refused: 'Not published',
  removed: 'Removed',
} as const;

/** What a reader can do about what is kept of them. */
const drawData = () =>
  [
    '<h2>What we keep of you</h2>',
    `<ul class="rows"><li><p>Everything, as one file (JSON)</p><a href="${readerRoutes.exportAccount}" download>Download<span class="visually-hidden"> everything</span></a></li>`,
    `<li><p>Your account, with all of it</p><a href="${readerRoutes.deleteAccount}">Delete<span class="visually-hidden"> your account</span></a></li></ul>`,
  ].join('');

interface Newsroom {
  publicURL: string;
  /** In which a comment can be changed. */
  minutes: number;
}

const drawOlder = ({ createdAt, id }: CommentRow) =>
  `<p><a href="${readerRoutes.account}?before=${encodeURIComponent(`${createdAt}~${id}`)}#comments" rel="next">Older comments</a></p>`;

function drawComments(
  comments: readonly CommentRow[],
  articles: readonly CommentedArticle[],
  newsroom: Newsroom,
): string {
  if (comments.length === 0) return '<p>You have not written any yet.</p>';
  const items = comments.map((row) =>
    drawComment(
      row,
      articles.find(({ id }) => id === row.article),
      newsroom,
    ),
  );
  return `<ol class="own-comments">${items.join('')}</ol>`;
}

function drawComment(row: CommentRow, article: CommentedArticle | undefined, { publicURL, minutes }: Newsroom): string {
  const link = article && (row.status === 'published' ? readerRoutes.comment(row.id) : routes.commentsOf(article.slug));
  const on = article && link ? ` · <a href="${escapeHtml(link)}">${escapeHtml(article.headline)}</a>` : '';
  const change = editableUntil(row, minutes) ? `<a href="${readerRoutes.editComment(row.id)}">Edit</a> ` : '';
  const acts = `<p class="acts">${change}<a href="${readerRoutes.withdrawComment(row.id)}">Delete</a></p>`;
  return `<li id="comment-${row.id}"><p class="state">${states[row.status]}${on}</p>${drawSaid(row, publicURL)}${acts}</li>`;
}
