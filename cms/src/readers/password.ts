import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { writing } from './priority.ts';
import { takeTurns } from './take-turns.ts';

/** argon2id is the package's default; its enum is const, and so cannot be named where types are only stripped. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/**
 * Hashing runs off the event loop; this many at once, so that a flood of logins cannot take all memory and cores. While
 * somebody posts, a core is left to the event loop and one to PostgreSQL, as far as there are so many.
 */
export const hashesAtOnce = (cores: number, isWriting: boolean) =>
  isWriting ? Math.min(2, Math.max(1, cores - 2)) : 2;

const cores = availableParallelism();
const inTurn = takeTurns({ atOnce: () => hashesAtOnce(cores, writing.isUnderWay()), mostWaiting: 600 });

/** A password as it is stored. */
export const hashPassword = (password: string) => inTurn(() => hash(password.normalize('NFC'), cost));

const random = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');

/** What the hash of a password looks like, at the same cost, and is that of none. Made up, not hashed: there is nothing that could fail. */
const nobodys = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${random(16)}$${random(32)}`;

/**
 * Whether the password is the one of this hash. Without a hash it is not, after the same work, so that the time
 * does not tell whether an address is known.
 */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(stored || nobodys, password.normalize('NFC')));
  return fits && Boolean(stored);
}
