import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sessionCookie } from '@dateline/shared/session';
import type pg from 'pg';

/** A reader who has an account, a session and an address on the network. */
export interface BenchReader {
  id: string;
  email: string;
  cookie: string;
  address: string;
}

/** What stands under a reader's comments. */
export const nameOf = ({ id }: BenchReader) => `Reader ${id}`;

const readerCount = 5_000;
export const password = 'a password of some length';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const sessionId = () => Array.from(randomBytes(40), (byte) => letters[byte % 32]).join('');

/** An address of its own for each number. @param net 10 to 99 */
export const addressOf = (net: number, number: number) =>
  `${net}.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

/*
 * The log-ins of five thousand would take longer than all that is measured: their sessions are written as logging in does. Each has
 * had a comment approved, since what is published at once goes the longest way.
 */
const statements = [
  `insert into readers (id, email, name, status, verified_at, last_seen_at, password_hash)
   select id, email, 'Reader ' || id, 'active', now(), now(), $3 from unnest($1::uuid[], $2::text[]) as row (id, email)`,
  `insert into reader_sessions (id, user_id, expires_at, seen_at)
   select hash, id, now() + interval '29 days', now() from unnest($1::uuid[], $2::text[]) as row (id, hash)`,
  `insert into comments (id, body, author_name, article_id, status, reader_id, key, fingerprint, published_at, decided_at, created_at)
   select gen_random_uuid(), 'From before.', 'Reader ' || id, $3, 'published', id, hash, hash,
     now() - interval '3 days', now() - interval '3 days', now() - interval '3 days'
   from unnest($1::uuid[], $2::text[]) as row (id, hash)`,
] as const;

/** Writes the readers into a database without any. @param article One under which nobody posts in the bench. */
export async function writeReaders(client: pg.Client, passwordHash: string, article: string): Promise<BenchReader[]> {
  const sessions = Array.from({ length: readerCount }, sessionId);
  const readers = sessions.map((session, number): BenchReader => {
    const id = randomUUID();
    return {
      id,
      email: `${id}@example.org`,
      cookie: `${sessionCookie.plain}=${session}`,
      address: addressOf(10, number + 1),
    };
  });
  const ids = readers.map(({ id }) => id);
  const hashes = sessions.map((session) => createHash('sha256').update(session).digest('hex'));
  await client.query(statements[0], [ids, readers.map(({ email }) => email), passwordHash]);
  await client.query(statements[1], [ids, hashes]);
  await client.query(statements[2], [ids, hashes, article]);
  await client.query('vacuum (analyze) readers, reader_sessions, comments, articles');
  return readers;
}
