import type { CommentMode } from '@dateline/shared/article';
import type { Payload } from 'payload';
import { markedSubject } from './marked-subject.ts';
import { overridden } from './policy.ts';
import { policyNow } from './policy-now.ts';
import { threadMode, type ThreadFacts } from './thread-mode.ts';

const question = `
  select article.id, article.comments as mode, article.published_at as "publishedAt",
    article.comment_policy_close_after_days::int as "closeAfterDays", ${markedSubject('article.id')} as subject,
    settings.updated_at as "settingsAt"
  from articles article
    left join (select * from newsroom_settings order by created_at limit 1) as settings on true
  where article.id = any($1::uuid[])`;

interface ModeRow {
  id: string;
  mode: CommentMode;
  publishedAt: Date | null;
  closeAfterDays: number | null;
  subject: ThreadFacts['subject'];
  settingsAt: Date | null;
}

/** What readers are told of the threads of some articles: by the article, who it mentions, its age, and the settings. */
export async function threadModes(payload: Payload, articles: readonly string[]): Promise<Map<string, CommentMode>> {
  if (articles.length === 0) return new Map();
  const { rows } = await payload.db.pool.query<ModeRow>({
    name: 'dateline-thread-modes',
    text: question,
    values: [articles],
  });
  const [first] = rows;
  if (!first) return new Map();
  const policy = await policyNow(payload, first.settingsAt);
  return new Map(
    rows.map(({ id, mode, publishedAt, subject, closeAfterDays }) => {
      const facts = { mode, subject, publishedAt: publishedAt?.getTime() ?? Date.now() };
      return [id, threadMode(facts, overridden(policy, { newReaders: null, links: null, closeAfterDays }), Date.now())];
    }),
  );
}
