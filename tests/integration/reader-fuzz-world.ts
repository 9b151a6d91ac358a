import { randomUUID } from 'node:crypto';
import { unsubscribeToken } from '../../cms/src/readers/notify/unsubscribe-token.ts';
import type { ReaderRoute } from '../../cms/src/readers/exchange.ts';
import { query } from '../support/database.ts';
import { freshComment, post } from './reader-comments.ts';
import type { Reader, ReaderApi } from './reader-client.ts';

export type Fields = Record<string, unknown>;

const cookieOf = ({ jar }: Reader) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** What ends the session that it is sent with, or changes what lets its reader in. */
const leaving = [
  '/login',
  '/logout',
  '/verify',
  '/reset',
  '/account/password',
  '/account/delete',
  '/account/sessions/end-all',
];

const base64url = randomUUID().replaceAll('-', '');
/** In the form of a browser's answer, and of no authenticator. */
const answerOf = (response: Fields) => ({
  id: base64url,
  rawId: base64url,
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: base64url, ...response },
});

/** Readers with comments, sessions and links of their own, and for each endpoint what it is sent when all is well. */
export async function prepareWorld(api: ReaderApi, article: string) {
  const [one, other, guest] = [await api.reader(), await api.reader(), await api.reader()];
  await one.form('/api/reader/account/comments', { shown: 'yes' });
  const commentOf = async (by: Reader) => ((await (await post(by, article)).json()) as { id: string }).id;
  const [own, deleted, theirs] = [await commentOf(one), await commentOf(one), await commentOf(other)];
  const newcomer = `${randomUUID()}@example.org`;
  await guest.json('/api/reader/register', { email: newcomer, name: 'Wanjiku Otieno', password: guest.password });
  const moved = `${randomUUID()}@example.org`;
  await one.json('/api/reader/account/email', { email: moved, password: one.password });
  await guest.json('/api/reader/forgot', { email: guest.email });
  const [known] = await query<{ id: string; key: string }>(
    api.database,
    'select id, comments_key as key from readers where email = $1',
    [one.email],
  );
  const { id = '', key = '' } = known ?? {};
  const [verify, confirm, reset] = [
    await api.tokenFor(newcomer),
    await api.tokenFor(moved),
    await api.tokenFor(guest.email),
  ];
  const tokens: Record<string, string> = {
    '/verify': verify,
    '/reset': reset,
    '/account/email/confirm': confirm,
    '/unsubscribe': unsubscribeToken(api.payload.secret, id, 'reply'),
  };
  const passkeys: Record<string, unknown> = {
    '/account/passkeys': answerOf({ attestationObject: base64url }),
    '/account/passkeys/remove': base64url,
    '/login/passkey': answerOf({ authenticatorData: base64url, signature: base64url }),
  };
  const comments: Record<string, string> = { '/comments/edit': own, '/comments/delete': deleted };

  /** The session that an endpoint is sent: those that end one have a reader of their own. */
  const readerFor = (path: string) => (leaving.includes(path) ? guest : one);

  const fittingFor = ({ path }: ReaderRoute): Fields => ({
    ...freshComment(article),
    email: path === '/login' ? guest.email : `${randomUUID()}@example.org`,
    name: 'Wanjiku Otieno',
    password: readerFor(path).password,
    newPassword: readerFor(path).password,
    token: tokens[path] ?? '',
    comment: comments[path] ?? theirs,
    reader: path === '/comments' ? id : key,
    session: '0'.repeat(64),
    passkey: passkeys[path] ?? '',
    recommended: 'true',
    reason: 'other',
    note: 'It is not so.',
    shown: 'yes',
    notifyReplies: 'digest',
    notifyDecisions: 'off',
    version: '0',
    comments: 'keep',
    order: 'oldest',
    returnTo: '/account/',
    website: '',
    proof: '',
  });

  /** Once more, where an earlier request has ended the session. */
  async function logInFor(path: string): Promise<void> {
    const reader = readerFor(path);
    if (reader === guest) await reader.json('/api/reader/login', { email: reader.email, password: reader.password });
  }

  return { fittingFor, logInFor, cookieFor: (path: string) => cookieOf(readerFor(path)) };
}

export type World = Awaited<ReturnType<typeof prepareWorld>>;
