import type { CommentMode } from '@dateline/shared/article';
import type { Payload } from 'payload';
import { isBannedNow, plainAddress } from './banned.ts';
import { markedSubject } from './marked-subject.ts';
import { notByReader } from './not-by-reader.ts';
import type { PolicyOverride } from './policy.ts';
import type { Submission } from './checks.ts';

/*
 * What PostgreSQL knows of a submission, in one question. Counts go no further than the settings ask. Comments are asked for by
 * their reader's id, or by their article's, as of the row that was found: their number is then estimated alike whoever asks, so
 * that PostgreSQL keeps its plan. To plan it costs several times what it costs to answer. And `offset 0` has it look for those that
 * are alike among the alike: it may think that nothing was written lately.
 */
const question = `
  select article.comments as mode, article.language, article.published_at as "publishedAt",
    article.comment_policy_new_readers as "newReaders",
    article.comment_policy_links::int as links, article.comment_policy_close_after_days::int as "closeAfterDays",
    ${markedSubject('article.id')} as subject,
    reader.status, ${isBannedNow('reader.email', '$5')} as "isBanned",
    btrim(coalesce(settings.accounts_terms, '')) <> ''
      and coalesce(reader.terms_version, 0) < coalesce(settings.accounts_terms_version, 0) as "owesTerms",
    record."refusedAt" is not null as "wasRefused",
    (select count(*) from (
      select 1 from comments where reader_id = reader.id and status = 'published' and id is distinct from $4::uuid
        and decided_at > coalesce(record."refusedAt", '-infinity')
      limit greatest(1, coalesce(settings.moderation_trust_after::int, 1))) as approved)::int as "approvedSinceRefusal",
    record."lastHour",
    case when settings.moderation_thread_per_ten_minutes > 0 then (select count(*) from (
      select 1 from comments
      where article_id = article.id and created_at > now() - interval '10 minutes' and id is distinct from $4::uuid
      limit settings.moderation_thread_per_ten_minutes::int) as lately) else 0 end::int as "lastTenMinutes",
    same.*,
    settings.updated_at as "settingsAt"
  from articles article
    join readers reader on reader.id = $2
    left join (select * from newsroom_settings order by created_at limit 1) as settings on true
    cross join lateral (
      select max(decided_at) filter (where status in ('refused', 'removed') and ${notByReader}) as "refusedAt",
        (count(*) filter (where created_at > now() - interval '1 hour' and id is distinct from $4::uuid))::int as "lastHour"
      from comments where reader_id = reader.id
    ) as record
    cross join lateral (
      select count(*) filter (where reader_id = reader.id and article_id = article.id)::int as "hereBySame",
        count(*) filter (where reader_id = reader.id and article_id <> article.id)::int as "elsewhereBySame",
        count(distinct reader_id) filter (where reader_id <> reader.id)::int as "byOthers"
      from (
        select reader_id, article_id from (select * from comments where fingerprint = $3 offset 0) as ever
        where created_at > now() - interval '1 day' and id is distinct from $4::uuid and status <> 'removed'
        limit 100
      ) as alike
    ) as same
  where article.id = $1 and article._status = 'published' and article.deleted_at is null`;

/** What is known of a submission beside its text and the newsroom's policy. */
export interface Facts extends Pick<Submission, 'repeats' | 'reader' | 'thread'> {
  override: PolicyOverride;
  /** When the settings were last changed; null where nobody ever saved any. */
  settingsAt: Date | null;
}

interface FactsRow {
  mode: CommentMode;
  language: string | null;
  publishedAt: Date | null;
  newReaders: PolicyOverride['newReaders'];
  links: number | null;
  closeAfterDays: number | null;
  subject: Submission['thread']['subject'];
  status: string;
  isBanned: boolean;
  owesTerms: boolean;
  wasRefused: boolean;
  approvedSinceRefusal: number;
  lastHour: number;
  lastTenMinutes: number;
  hereBySame: number;
  elsewhereBySame: number;
  byOthers: number;
  settingsAt: Date | null;
}

/**
 * The facts of a submission; undefined where the article is not published, or the reader is gone.
 * @param asked.comment The comment that is edited, which neither repeats itself, nor counts, nor earns trust.
 */
export async function readFacts(
  payload: Payload,
  asked: {
    article: string;
    reader: string;
    fingerprint: string;
    comment?: string | undefined;
    address: string | undefined;
  },
): Promise<Facts | undefined> {
  const { rows } = await payload.db.pool.query<FactsRow>({
    name: 'dateline-moderation-facts',
    text: question,
    values: [asked.article, asked.reader, asked.fingerprint, asked.comment ?? null, plainAddress(asked.address)],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { newReaders, links, closeAfterDays, settingsAt } = row;
  return {
    repeats: { hereBySame: row.hereBySame, elsewhereBySame: row.elsewhereBySame, byOthers: row.byOthers },
    reader: {
      status: row.status,
      isBanned: row.isBanned,
      owesTerms: row.owesTerms,
      wasRefused: row.wasRefused,
      approvedSinceRefusal: row.approvedSinceRefusal,
      lastHour: row.lastHour,
    },
    thread: {
      mode: row.mode,
      publishedAt: row.publishedAt?.getTime() ?? Date.now(),
      subject: row.subject,
      language: row.language ?? 'en',
      lastTenMinutes: row.lastTenMinutes,
    },
    override: { newReaders, links, closeAfterDays },
    settingsAt,
  };
}
