import { limits } from '@dateline/shared/limits';
import { displayName, email } from '@dateline/shared/reader';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { foreignId } from './foreign-id.ts';
import type { StagedAuthor } from './stage.ts';

/** Whose a comment is when nothing fits for a name. */
const nameless = 'Reader';

/** Another system's name in the form that ours have. */
export function ourName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} .,'’·-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  const parsed = displayName.safeParse(bare.slice(0, limits.displayName.max).replace(/[\ud800-\udbff]$/, ''));
  return parsed.success ? parsed.data : nameless;
}

/**
 * The readers who stand for authors, by author: somebody with an account whose address the other system had confirmed, or else a
 * reader whom nobody has claimed, who cannot log in until their address is confirmed here. What a guest typed as an address
 * proves nothing against an account.
 * @param id Makes a new reader's.
 */
export async function bringAuthors(
  req: PayloadRequest,
  authors: readonly StagedAuthor[],
  id: (author: string) => string,
): Promise<Map<string, string>> {
  const handle = await transactionHandle(req);
  const readers = new Map<string, string>();
  for (const author of authors) {
    const name = ourName(author.name);
    const address = email.safeParse(author.email ?? '');
    const owner = address.success ? await byAddress(req, address.data) : undefined;
    if (owner && (author.confirmed || owner.status === 'unclaimed')) {
      readers.set(author.key, owner.id);
      // Somebody who registered and has not confirmed it yet: the comments keep the account from being forgotten.
      if (owner.status === 'unverified')
        await handle.execute(
          sql`update readers set status = 'unclaimed' where id = ${owner.id} and status = 'unverified'`,
        );
      continue;
    }
    const reader = id(author.key);
    await handle.execute(sql`
      insert into readers (id, email, name, status)
      values (${reader}, ${address.success && !owner ? address.data : null}, ${name}, 'unclaimed')
      on conflict (id) do nothing`);
    readers.set(author.key, reader);
  }
  return readers;
}

async function byAddress(req: PayloadRequest, address: string): Promise<{ id: string; status: string } | undefined> {
  const handle = await transactionHandle(req);
  // As registering does: who registers with it at this moment comes before or after.
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`);
  const { rows } = await handle.execute(sql`select id, status from readers where email = ${address}`);
  const [row] = rows;
  return row && { id: String(row.id), status: String(row.status) };
}

/** As {@link foreignId}. */
export const authorIds = (origin: string) => (key: string) => foreignId(origin, 'author', key);
