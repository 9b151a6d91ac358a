import { randomUUID } from 'node:crypto';
import { roles, type Role } from '../../cms/src/access/roles.ts';
import { freshDatabase, query } from '../support/database.ts';
import { bootPayload } from '../support/newsroom.ts';

type Document = Record<string, unknown> & { id: string };

const paragraph = (...children: object[]) => ({ type: 'paragraph', version: 1, children });

/** Words as the editor's state has them. */
export const words = (text: string) => ({ type: 'text', version: 1, text, format: 0 });

/** A body of one paragraph. */
export const bodyOf = (...children: object[]) => ({
  root: { type: 'root', version: 1, children: [paragraph(...children)] },
});

/** A mention of a person or place. */
export const mention = (kind: 'person' | 'place', ref: string, text: string) => ({
  type: 'mention',
  version: 1,
  kind,
  ref,
  text,
});

/**
 * The app's real Payload on a database of its own, with somebody of every role, called as the desk calls it.
 * @param environment Of `cms/env.ts`.
 */
export async function openDesk(environment: Record<string, string> = {}) {
  const database = await freshDatabase();
  const payload = await bootPayload(database, environment);
  const { config, handleEndpoints } = await import('../../cms/commands/open-payload.ts');
  const staff = {} as Record<Role, { id: string; token: string }>;

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const request = new Request(`http://localhost:4321/admin/api${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await handleEndpoints({ config, request });
    return { status: response.status, body: (await response.json().catch(() => null)) as Record<string, never> | null };
  }

  for (const role of roles) {
    const account = { email: `${role}@example.org`, password: randomUUID() };
    const { id } = await payload.create({ collection: 'users', data: { ...account, name: role, role } as never });
    const login = await send('POST', '/users/login', account);
    staff[role] = { id: String(id), token: String(login.body?.token) };
  }

  const create = async (collection: string, data: object, more: object = {}) =>
    (await payload.create({ collection, data: data as never, depth: 0, ...more } as never)) as unknown as Document;
  const author = await create('people', { name: 'Wanjiru Kamau', _status: 'published' });

  return {
    database,
    payload,
    staff,
    author,
    send,
    create,
    /** Calls Payload's REST API as somebody of a role, or as nobody. */
    as: (role: Role | null, method: string, path: string, body?: unknown) =>
      send(method, path, body, role ? { authorization: `JWT ${staff[role].token}` } : {}),
    /** All that an article needs to be published. */
    story: (more: object = {}) => ({
      headline: `A story ${randomUUID().slice(0, 8)}`,
      standfirst: 'What it says in short.',
      dateline: { date: '2026-02-04' },
      authors: [author.id],
      body: bodyOf(words('It rained in the night.')),
      ...more,
    }),
    update: async (collection: string, id: string, data: object, more: object = {}) =>
      (await payload.update({
        collection,
        id,
        data: data as never,
        depth: 0,
        ...more,
      } as never)) as unknown as Document,
    /** What the outbox says of a document, oldest first. */
    outboxOf: (id: string) =>
      query<{
        op: string;
        kind: string;
        slug: string | null;
        former_slugs: string[];
        data: Record<string, unknown> | null;
      }>(database, 'select op, kind, slug, former_slugs, data from outbox where document = $1 order by seq', [id]),
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
