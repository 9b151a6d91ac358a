import type { Payload } from 'payload';
import { settingsGlobal } from '../collections/slugs.ts';
import { fold, foldedPhrase, hasPhrase } from '../moderation/fold.ts';
import { readPolicy, type StoredPolicy } from '../moderation/policy.ts';
import { ReaderFailure } from './failure.ts';

const offices = ['staff', 'moderator', 'moderators', 'editor', 'editors', 'admin', 'administrator', 'newsroom'];

/** A name in the form in which two that look alike are equal. */
const looksOf = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

/** What names are held to. */
interface NameRules {
  /** Folded phrases that the newsroom does not publish. */
  words: readonly string[];
  /** Names of others. */
  taken: readonly string[];
}

/** What is wrong with a name, in a sentence; undefined for nothing. */
export function wrongWithName(name: string, { words, taken }: NameRules): string | undefined {
  if (/[\p{L}\p{N}]\.\p{L}{2}|\bwww\b/iu.test(name.normalize('NFKC')))
    return 'A name has no links. Leave a space after a full stop.';
  const phrase = foldedPhrase(name);
  if (words.some((word) => hasPhrase(phrase, word)))
    return 'The name has words that this newsroom does not publish. Choose another.';
  const looks = looksOf(name);
  if (taken.some((other) => looksOf(other) === looks))
    return 'The newsroom or somebody of it is called that. Add something that tells you apart, or ask the newsroom to mark you as its own.';
  return undefined;
}

/**
 * Lets no name through that stands under comments and in mails as if it were the newsroom's, or an advertisement.
 * @param isOurs Whether the desk knows its reader as staff, or as one of its people.
 * @throws ReaderFailure `invalid-input`
 */
export async function refuseName(payload: Payload, name: string, isOurs = false): Promise<void> {
  const settings: { name?: string; moderation?: StoredPolicy } = await payload.findGlobal({
    slug: settingsGlobal,
    depth: 0,
  });
  const words = readPolicy(settings.moderation ?? {}).words.flatMap(({ phrases }) => phrases);
  const taken = isOurs ? [] : [...offices, settings.name ?? '', ...(await publishedAuthors(payload))];
  const wrong = wrongWithName(name, { words, taken });
  if (wrong) throw new ReaderFailure('invalid-input', { fields: { name: wrong } });
}

async function publishedAuthors(payload: Payload): Promise<string[]> {
  const { rows } = await payload.db.pool.query<{ name: string }>(`
    select name from people
    where _status = 'published' and exists (
      select 1 from articles_rels wrote join articles on articles.id = wrote.parent_id
      where wrote.people_id = people.id and wrote.path = 'authors' and articles._status = 'published')`);
  return rows.map(({ name }) => name);
}
