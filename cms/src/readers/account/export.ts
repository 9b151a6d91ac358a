import type { ReaderExport } from '@dateline/shared/reader-export';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { readerMark } from '../../moderation/reader-mark.ts';
import { findReader, type ReaderRoute } from '../exchange.ts';
import { limitRate } from '../limit-rate.ts';

/** `GET /account/export`: all that is kept of a reader, as one JSON file, at once. */
export const exportAccount: ReaderRoute = {
  method: 'get',
  path: '/account/export',
  barred: 'may',
  act: async (exchange) => {
    const { payload, address } = exchange;
    const reader = await findReader(exchange);
    if (!reader) return { to: comingBack(readerRoutes.login, readerRoutes.account) };
    await limitRate(payload, 'export', reader.id, address);
    return { status: 200, json: await collect(payload, reader.id), download: 'my-account.json' };
  },
};

/** In the words of the database's own moment: one statement, so that the parts fit together. */
async function collect(payload: Payload, reader: string): Promise<ReaderExport> {
  const { rows } = await payload.db.pool.query<{ collected: ReaderExport }>(statement, [reader, readerMark(reader)]);
  return rows[0]!.collected;
}

const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// Of mails only those to the reader's own address: what went to another one, which they asked to have, says whether
// somebody has an account there.
const statement = `
  select json_build_object(
    'exportedAt', ${iso('now()')},
    'account', json_build_object(
      'id', r.id, 'email', r.email, 'name', r.name, 'status', r.status,
      'suspendedUntil', ${iso('r.suspended_until')}, 'suspensionReason', r.suspension_reason,
      'staff', coalesce(r.staff, false), 'person', r.person_id,
      'registeredAt', ${iso('r.created_at')}, 'verifiedAt', ${iso('r.verified_at')},
      'lastSeenAt', ${iso('r.last_seen_at')},
      'deleteAt', ${iso('r.delete_at')}, 'deletionReason', r.deletion_reason,
      'emptyComments', coalesce(r.empty_comments, false),
      'termsVersion', r.terms_version, 'termsAgreedAt', ${iso('r.terms_agreed_at')},
      'notifyReplies', r.notify_replies, 'notifyDecisions', r.notify_decisions,
      'showsComments', coalesce(r.shows_comments, false), 'commentsKey', r.comments_key),
    'comments', coalesce((
      select json_agg(json_build_object(
        'id', c.id, 'article', c.article_id, 'headline', a.headline, 'name', c.author_name,
        'staff', coalesce(c.author_staff, false), 'person', c.author_person_id, 'text', c.body,
        'state', c.status, 'reason', c.refusal_reason, 'pinned', coalesce(c.pinned, false),
        'pick', coalesce(c.pick, false), 'recommendations', coalesce(c.recommendations, 0),
        'writtenAt', ${iso('c.created_at')}, 'publishedAt', ${iso('c.published_at')},
        'editedAt', ${iso('c.edited_at')}, 'withdrawnAt', ${iso('c.withdrawn_at')},
        'versions', coalesce((
          select json_agg(json_build_object('text', v.body, 'until', ${iso('v.until')}) order by v.id)
          from comment_versions v where v.comment_id = c.id), '[]'))
        order by c.created_at, c.id)
      from comments c left join articles a on a.id = c.article_id and a._status = 'published'
      where c.reader_id = r.id), '[]'),
    'notifications', coalesce((
      select json_agg(json_build_object(
        'what', n.what, 'comment', n.comment_id, 'reason', n.reason, 'at', ${iso('n.created_at')})
        order by n.created_at, n.id)
      from notifications n where n.reader_id = r.id), '[]'),
    'sessions', coalesce((
      select json_agg(json_build_object(
        'device', s.device, 'since', ${iso('s.created_at')}, 'lastUsedAt', ${iso('s.seen_at')})
        order by s.created_at, s.id)
      from reader_sessions s where s.user_id = r.id), '[]'),
    'reports', coalesce((
      select json_agg(json_build_object('comment', t.comment_id, 'reason', t.reason, 'at', ${iso('t.created_at')})
        order by t.created_at, t.comment_id)
      from comment_reports t where t.reader_id = r.id), '[]'),
    'recommendations', coalesce((
      select json_agg(json_build_object('comment', v.comment_id, 'at', ${iso('v.created_at')})
        order by v.created_at, v.comment_id)
      from comment_recommendations v where v.reader_id = r.id), '[]'),
    'passkeys', coalesce((
      select json_agg(json_build_object(
        'name', p.name, 'device', p.device, 'since', ${iso('p.created_at')}, 'lastUsedAt', ${iso('p.used_at')})
        order by p.created_at, p.id)
      from reader_passkeys p where p.reader_id = r.id), '[]'),
    'desk', coalesce((
      select json_agg(json_build_object(
        'act', l.act, 'reason', told.reason, 'until', case when l.after <> 'suspended' then l.after end, 'at', ${iso('l.at')})
        order by l.at, l.id)
      from moderation_log l left join moderation_log_readers told on told.log = l.id
      where l.reader = $2 and l.act in ('warn', 'suspend')), '[]'),
    'mails', coalesce((
      select json_agg(json_build_object(
        'to', m."to", 'subject', m.subject, 'writtenAt', ${iso('m.created_at')}, 'sentAt', ${iso('m.sent_at')})
        order by m.created_at, m.id)
      from mail_queue m where m.reader_id = r.id and m."to" = r.email), '[]')
  ) as collected
  from readers r where r.id = $1`;
