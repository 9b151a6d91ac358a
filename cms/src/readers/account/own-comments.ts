import { randomBytes } from 'node:crypto';
import { ownCommentsForm } from '@dateline/shared/account-forms';
import { ownCommentsInput } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { parseInput, ReaderFailure } from '../failure.ts';
import { ownForm } from './own-page.ts';

/** A reader's page of comments, as it is set. */
interface OwnComments {
  isShown: boolean;
  /** What names the page; made when it is first shown, and kept, so that its address stays. */
  key: string | null;
}

async function ownCommentsOf(payload: Payload, reader: string): Promise<OwnComments> {
  const { rows } = await payload.db.pool.query<OwnComments>(
    'select coalesce(shows_comments, false) as "isShown", comments_key as key from readers where id = $1',
    [reader],
  );
  return rows[0] ?? { isShown: false, key: null };
}

/** Whether the newsroom lets its readers have such pages. */
export async function allowsOwnComments(payload: Payload): Promise<boolean> {
  const settings = await payload.findGlobal({ slug: 'newsroom-settings', depth: 0 });
  return (settings as { accounts?: { ownComments?: unknown } }).accounts?.ownComments === true;
}

/** `/account/comments`: whether everybody may read one's comments on a page of their own. */
export const accountComments = ownForm({
  path: '/account/comments',
  title: 'A page of your comments',
  draw: ownCommentsForm,
  values: async ({ payload, options }, { id }) => {
    const [{ isShown, key }, isAllowed] = await Promise.all([ownCommentsOf(payload, id), allowsOwnComments(payload)]);
    const address = isAllowed && isShown && key ? new URL(readerRoutes.commentsBy(key), options.publicURL).href : '';
    return { shown: isShown ? 'yes' : 'no', allowed: isAllowed ? 'yes' : 'no', address };
  },
  done: 'comments',
  save: async ({ payload, input }, { id }) => {
    const isShown = parseInput(ownCommentsInput, input).shown === 'yes';
    if (isShown && !(await allowsOwnComments(payload)))
      throw new ReaderFailure('not-found', { detail: 'This newsroom has no such pages.' });
    const fresh = randomBytes(12).toString('base64url');
    await inTransaction(payload, async (req) => {
      const handle = await transactionHandle(req);
      await handle.execute(sql`
        update readers set shows_comments = ${isShown},
          comments_key = case when ${isShown} then coalesce(comments_key, ${fresh}) else comments_key end
        where id = ${id}`);
    });
  },
});

/** On the account page, where the newsroom has such pages, and where one is there to be taken away. */
export async function drawOwnComments(payload: Payload, reader: string): Promise<string> {
  const [{ isShown, key }, isAllowed] = await Promise.all([ownCommentsOf(payload, reader), allowsOwnComments(payload)]);
  if (!isAllowed && !isShown) return '';
  const said =
    isAllowed && isShown && key
      ? `Everybody can read your published comments on <a href="${readerRoutes.commentsBy(key)}">a page of their own</a>.`
      : 'Your comments stand under their articles alone.';
  return `<p class="aside">${said} <a href="${readerRoutes.accountComments}">Change<span class="visually-hidden"> who finds your comments together</span></a></p>`;
}
