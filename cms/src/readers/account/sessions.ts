import { endSessionForm } from '@dateline/shared/account-forms';
import { escapeHtml } from '@dateline/shared/html';
import { sessionInput } from '@dateline/shared/reader';
import { routes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { inTransaction } from '../../in-transaction.ts';
import { requireReader, type ReaderRoute } from '../exchange.ts';
import { parseInput } from '../failure.ts';
import { endSessionsOf, noCookies } from '../session.ts';
import { burnTokens } from '../tokens.ts';
import { drawDay } from './draw-day.ts';
import { ownAction } from './own-page.ts';

interface SessionRow {
  id: string;
  device: string;
  created_at: Date;
  seen_at: Date;
}

/** Where a reader is logged in, the latest used first, each with the way to end it. */
export async function drawSessions(payload: Payload, reader: string, current: string | undefined): Promise<string> {
  const { rows } = await payload.db.pool.query<SessionRow>(
    `select id, device, created_at, seen_at from reader_sessions
     where user_id = $1 and expires_at > now() order by id = $2 desc, seen_at desc, id`,
    [reader, current ?? ''],
  );
  const items = rows.map(({ id, device, created_at, seen_at }) => {
    const name = device || 'Unknown browser';
    const end = id === current ? '<p class="state">This browser</p>' : endSessionForm(id, name);
    return `<li><div><p>${escapeHtml(name)}</p><p class="state">Since ${drawDay(created_at)}, last used ${drawDay(seen_at)}</p></div>${end}</li>`;
  });
  return `<ul class="rows">${items.join('')}</ul>`;
}

/** `POST /account/sessions/end`: ends one of one's own sessions; another's name does nothing, and says the same. */
export const endOneSession = ownAction('/account/sessions/end', 'session', async ({ payload, input }, reader) => {
  const { session } = parseInput(sessionInput, input);
  await payload.db.pool.query('delete from reader_sessions where id = $1 and user_id = $2', [session, reader.id]);
});

/** `POST /account/sessions/end-all`: logs out everywhere, here too, and makes mailed links useless. */
export const endAllSessions: ReaderRoute = {
  method: 'post',
  path: '/account/sessions/end-all',
  barred: 'may',
  act: async (exchange) => {
    const { payload, options, cookies, asPage } = exchange;
    const reader = await requireReader(exchange);
    await inTransaction(payload, async (req) => {
      // Holds the reader, as whatever ends their sessions does first.
      await burnTokens(req, reader.id);
      await endSessionsOf(req, reader.id);
    });
    cookies.push(...noCookies(options.publicURL));
    if (!asPage) return { status: 204 };
    const html = `<p role="status">No browser is logged in to your account any more.</p><p><a href="${routes.login}">Log in</a></p>`;
    return { status: 200, page: { title: 'You are logged out everywhere', html } };
  },
};
