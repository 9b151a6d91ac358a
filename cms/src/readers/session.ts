import { createHash } from 'node:crypto';
import { hintCookie, sessionCookie } from '@dateline/shared/session';
import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { sql } from '@payloadcms/db-postgres';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import type { Payload, PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { isBannedNow, plainAddress } from '../moderation/banned.ts';
import type { Bar } from './barred.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ seenAt: Date }, Omit<SignedInReader, 'id'>>;
    DatabaseSessionAttributes: { device: string; seen_at?: Date };
    DatabaseUserAttributes: Omit<SessionRow, 'user_id' | 'expires_at' | 'device' | 'seen_at'>;
  }
}

/** A reader whose session is good. */
export interface SignedInReader {
  id: string;
  name: string;
  email: string;
  status: string;
  /** Of the terms that they agreed to; 0 for none. */
  termsVersion: number;
  /** Whether the desk knows them as staff, and who they are among its people. */
  staff: boolean;
  person: string | null;
  /** Set for whoever may do nothing but see to what is kept of them. */
  bar: Bar | undefined;
}

/** A good session: its reader, and cookies to set where it was prolonged. */
export interface Session {
  reader: SignedInReader;
  cookies: string[];
}

interface SessionRow {
  user_id: string;
  expires_at: Date;
  device: string;
  seen_at: Date;
  name: string;
  email: string;
  status: string;
  terms_version: string | null;
  staff: boolean | null;
  person_id: string | null;
  is_banned: boolean;
}

const lifetime = new TimeSpan(30, 'd');
/** Milliseconds. That a session was used is written down no more often. */
const hour = 3_600_000;

const hashId = (id: string) => createHash('sha256').update(id).digest('hex');

const sessionAndReader = `
  select session.user_id, session.expires_at, session.device, session.seen_at,
    reader.name, reader.email, reader.status, reader.terms_version, reader.staff, reader.person_id,
    ${isBannedNow('reader.email', '$2::text')} as is_banned
  from reader_sessions session join readers reader on reader.id = session.user_id
  where session.id = $1`;

/**
 * Lucia's adapter with hashed ids, so that who reads the database can sign in as nobody, and with one prepared question where it
 * asks two: every request of a reader begins with it.
 */
function hashedIds(adapter: Adapter, pool: Payload['db']['pool'], address: string | undefined): Adapter {
  return {
    getSessionAndUser: async (id) => {
      const question = {
        name: 'dateline-session',
        text: sessionAndReader,
        values: [hashId(id), plainAddress(address)],
      };
      const [row] = (await pool.query<SessionRow>(question)).rows;
      if (!row) return [null, null];
      const { user_id, expires_at, device, seen_at, ...attributes } = row;
      return [
        { id, userId: user_id, expiresAt: expires_at, attributes: { device, seen_at } },
        { id: user_id, attributes },
      ];
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

/** @param address Who asks from there may be banned. */
function lucia(payload: Payload, address?: string) {
  const tables = { user: 'readers', session: 'reader_sessions' };
  const { pool } = payload.db;
  return new Lucia(hashedIds(new NodePostgresAdapter(pool, tables), pool, address), {
    sessionExpiresIn: lifetime,
    getSessionAttributes: ({ seen_at }) => ({ seenAt: seen_at ?? new Date(0) }),
    getUserAttributes: ({ name, email, status, terms_version, staff, person_id, is_banned }) => ({
      name,
      email,
      status,
      termsVersion: Number(terms_version ?? 0),
      staff: staff ?? false,
      person: person_id,
      bar: status === 'suspended' ? 'suspended' : is_banned ? 'banned' : undefined,
    }),
  });
}

/** @param hinted Whether the site's pages are to take their reader for somebody who can comment. */
function cookies(publicURL: string, id: string, seconds: number, hinted = true): string[] {
  const rest = (age: number) => `Path=/; Max-Age=${age}; SameSite=Lax${isSecure(publicURL) ? '; Secure' : ''}`;
  const hint = `${hintCookie}=${id && hinted ? '1' : ''}; ${rest(hinted ? seconds : 0)}`;
  return [`${cookieName(publicURL)}=${id}; ${rest(seconds)}; HttpOnly`, hint];
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

/** What is stored of the session that the cookies hold: a name for it, with which nobody signs in. */
export function sessionName(cookieHeader: string | null, publicURL: string): string | undefined {
  const id = sessionId(cookieHeader, publicURL);
  return id && hashId(id);
}

/**
 * Begins a session, under an id of its own, and gives a way to end it and the cookies to set.
 * @param device "Firefox on Android"
 * @param bar Why it is good for little; it is looked up again at each request.
 */
export async function createSession(
  payload: Payload,
  readerId: string,
  publicURL: string,
  device: string,
  bar?: Bar,
): Promise<{ cookies: string[]; end: () => Promise<void> }> {
  const { id } = await lucia(payload).createSession(readerId, { device });
  return {
    cookies: cookies(publicURL, id, lifetime.seconds(), !bar),
    end: () => lucia(payload).invalidateSession(id),
  };
}

/** Whose session the cookies hold; null for nobody's, an ended one, and a reader's whose account is not open. */
export async function readSession(
  payload: Payload,
  cookieHeader: string | null,
  publicURL: string,
  address: string | undefined,
): Promise<Session | null> {
  const id = sessionId(cookieHeader, publicURL);
  if (!id) return null;
  const { session, user } = await lucia(payload, address).validateSession(id);
  if (!session) return null;
  if (user.status !== 'active' && user.status !== 'suspended') {
    await lucia(payload).invalidateUserSessions(user.id);
    return null;
  }
  if (Date.now() - session.seenAt.getTime() > hour) {
    await payload.db.pool.query(
      // The reader before the session, as whoever ends it holds them.
      `with held as (select id from readers where id = $2 for no key update),
         used as (
           update reader_sessions set seen_at = now() from held
           where reader_sessions.id = $1 and user_id = held.id returning user_id)
       update readers set last_seen_at = now(),
         delete_at = case when deletion_reason = 'idle' then null else delete_at end,
         deletion_reason = nullif(deletion_reason, 'idle')
       from used where readers.id = used.user_id`,
      [hashId(id), user.id],
    );
  }
  return { reader: user, cookies: session.fresh ? cookies(publicURL, id, lifetime.seconds(), !user.bar) : [] };
}

/** Ends the session that the cookies hold. */
export async function endSession(payload: Payload, cookieHeader: string | null, publicURL: string): Promise<void> {
  const id = sessionId(cookieHeader, publicURL);
  if (id) await lucia(payload).invalidateSession(id);
}

/**
 * Holds the session that the cookies hold until the request's transaction ends, so that what it does is done before the
 * session ends, or not at all. @returns Whether it is still there.
 */
export async function holdSession(
  req: PayloadRequest,
  cookieHeader: string | null,
  publicURL: string,
): Promise<boolean> {
  const handle = await transactionHandle(req);
  const name = sessionName(cookieHeader, publicURL) ?? '';
  const { rows } = await handle.execute(sql`select 1 from reader_sessions where id = ${name} for key share`);
  return rows.length > 0;
}

/** Ends every session of a reader, in the request's own transaction: with what is a reason to end them. */
export async function endSessionsOf(req: PayloadRequest, readerId: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`delete from reader_sessions where user_id = ${readerId}`);
}
