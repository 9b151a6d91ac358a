import { notificationsForm } from '@dateline/shared/account-forms';
import { escapeHtml } from '@dateline/shared/html';
import { notificationsInput } from '@dateline/shared/reader';
import type { Payload } from 'payload';
import { inTransaction } from '../../in-transaction.ts';
import { parseInput } from '../failure.ts';
import { placeOf, sayHappening, type Happening } from '../notify/notification-mail.ts';
import { ownForm } from './own-page.ts';

interface Row {
  what: Happening['what'];
  reason: string;
  id: string;
  author_name: string;
  slug: string;
  headline: string;
}

/** `/account/notifications`: how one is told of what. */
export const accountNotifications = ownForm({
  path: '/account/notifications',
  title: 'What you are told',
  draw: notificationsForm,
  values: async ({ payload }, { id }) => {
    const reader = await payload.findByID({ collection: 'readers', id, depth: 0 });
    return { notifyReplies: String(reader.notifyReplies), notifyDecisions: String(reader.notifyDecisions) };
  },
  done: 'notifications',
  save: async ({ payload, input }, { id }) => {
    const data = parseInput(notificationsInput, input);
    await inTransaction(payload, (req) => payload.update({ collection: 'readers', id, data, depth: 0, req }));
  },
});

/** What a reader was told of late, the newest first. */
export async function drawNotifications(payload: Payload, reader: string): Promise<string> {
  const { rows } = await payload.db.pool.query<Row>(
    `select n.what, n.reason, c.id, c.author_name, a.slug, a.headline
     from notifications n join comments c on c.id = n.comment_id
     join articles a on a.id = c.article_id and a._status = 'published'
     where n.reader_id = $1 and (n.what in ('refused', 'removed') or c.status = 'published')
     order by n.created_at desc, n.id limit 20`,
    [reader],
  );
  if (rows.length === 0) return '<p>Nothing yet. Replies to you and the newsroom’s decisions will stand here.</p>';
  const items = rows.map((row) => {
    const happening = { what: row.what, article: row, comment: { id: row.id, authorName: row.author_name, body: '' } };
    const reason = row.reason ? `<p class="state">The newsroom’s reason: ${escapeHtml(row.reason)}</p>` : '';
    const said = escapeHtml(sayHappening(happening));
    const isSeen = row.what === 'refused' || row.what === 'removed';
    return `<li>${isSeen ? `<p>${said}</p>` : `<p><a href="${escapeHtml(placeOf(happening))}">${said}</a></p>`}${reason}</li>`;
  });
  return `<ul class="told">${items.join('')}</ul>`;
}
