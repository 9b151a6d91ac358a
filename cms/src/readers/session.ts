import { createHash } from 'node:crypto';
import { hintCookie, sessionCookie } from '@dateline/shared/session';
import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { sql } from '@payloadcms/db-postgres';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import type { Payload, PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, Omit<SignedInReader, 'id'>>;
    DatabaseUserAttributes: { name: string; email: string; status: string };
  }
}

/** A reader whose session is good. */
export interface SignedInReader {
  id: string;
  name: string;
  email: string;
  status: string;
}

/** A good session: its reader, and cookies to set where it was prolonged. */
export interface Session {
  reader: SignedInReader;
  cookies: string[];
}

const lifetime = new TimeSpan(30, 'd');

const hashId = (id: string) => createHash('sha256').update(id).digest('hex');

/** Lucia's adapter with hashed ids, so that who reads the database can sign in as nobody. */
function hashedIds(adapter: Adapter): Adapter {
  return {
    getSessionAndUser: async (id) => {
      const [session, user] = await adapter.getSessionAndUser(hashId(id));
      return [session && { ...session, id }, user];
    },
    getUserSessions: (userId) => adapter.getUserSessions(userId),
    setSession: (session) => adapter.setSession({ ...session, id: hashId(session.id) }),
    updateSessionExpiration: (id, expiresAt) => adapter.updateSessionExpiration(hashId(id), expiresAt),
    deleteSession: (id) => adapter.deleteSession(hashId(id)),
    deleteUserSessions: (userId) => adapter.deleteUserSessions(userId),
    deleteExpiredSessions: () => adapter.deleteExpiredSessions(),
  };
}

const isSecure = (publicURL: string) => new URL(publicURL).protocol === 'https:';
const cookieName = (publicURL: string) => (isSecure(publicURL) ? sessionCookie.secure : sessionCookie.plain);

function lucia(payload: Payload) {
  const tables = { user: 'readers', session: 'reader_sessions' };
  return new Lucia(hashedIds(new NodePostgresAdapter(payload.db.pool, tables)), {
    sessionExpiresIn: lifetime,
    getUserAttributes: ({ name, email, status }) => ({ name, email, status }),
  });
}

function cookies(publicURL: string, id: string, seconds: number): string[] {
  const rest = `Path=/; Max-Age=${seconds}; SameSite=Lax${isSecure(publicURL) ? '; Secure' : ''}`;
  return [`${cookieName(publicURL)}=${id}; ${rest}; HttpOnly`, `${hintCookie}=${id && '1'}; ${rest}`];
}

/** The session's id in a Cookie header, where there is what looks like one. */
function sessionId(cookieHeader: string | null | undefined, publicURL: string): string | undefined {
  const name = cookieName(publicURL);
  for (const part of (cookieHeader ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value && /^[a-z2-7]{20,64}$/.test(value)) return value;
  }
  return undefined;
}

/** Of a Cookie header, what the reader API may see: the session's, and none of the staff's. */
export function sessionCookieOnly(cookieHeader: string | null | undefined, publicURL: string): string | undefined {
  const id = sessionId(cookieHeader, publicURL);
  return id && `${cookieName(publicURL)}=${id}`;
}

/** Cookies that take the session's cookies away. */
export const noCookies = (publicURL: string) => cookies(publicURL, '', 0);

/** Begins a session, under an id of its own, and gives the cookies to set. */
export async function createSession(payload: Payload, readerId: string, publicURL: string): Promise<string[]> {
  const session = await lucia(payload).createSession(readerId, {});
  return cookies(publicURL, session.id, lifetime.seconds());
}

/** Whose session the cookies hold; null for nobody's, an ended one, and a reader's who is not active. */
export async function readSession(
  payload: Payload,
  cookieHeader: string | null,
  publicURL: string,
): Promise<Session | null> {
  const id = sessionId(cookieHeader, publicURL);
  if (!id) return null;
  const { session, user } = await lucia(payload).validateSession(id);
  if (!session) return null;
  if (user.status !== 'active') {
    await lucia(payload).invalidateUserSessions(user.id);
    return null;
  }
  return { reader: user, cookies: session.fresh ? cookies(publicURL, id, lifetime.seconds()) : [] };
}

/** Ends the session that the cookies hold. */
export async function endSession(payload: Payload, cookieHeader: string | null, publicURL: string): Promise<void> {
  const id = sessionId(cookieHeader, publicURL);
  if (id) await lucia(payload).invalidateSession(id);
}

/** Ends every session of a reader, in the request's own transaction: for whoever suspends them. */
export async function endSessionsOf(req: PayloadRequest, readerId: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`delete from reader_sessions where user_id = ${readerId}`);
}
