import { randomUUID } from 'node:crypto';
import { createFrontServer } from '../../cms/server/front-server.ts';
import type { ReaderOptions } from '../../cms/src/readers/options.ts';
import { freshDatabase, query } from '../support/database.ts';
import { listen } from '../support/listen.ts';
import { bootPayload, freshDirectory } from '../support/newsroom.ts';

export const publicURL = 'http://localhost:4321';

/** The real front server over the real Payload and PostgreSQL. */
export async function startReaderApi(more: Partial<ReaderOptions> = {}) {
  const database = await freshDatabase();
  const payload = await bootPayload(database, { PUBLIC_URL: publicURL });
  payload.db.pool.on('error', () => {});
  const siteDir = await freshDirectory();
  const server = createFrontServer({
    siteDir,
    publicURL,
    adminURL: publicURL,
    adminUpstream: undefined,
    api: {
      options: { publicURL, mail: { from: 'news@example.org' }, ...more },
      getPayload: async () => payload,
    },
  });
  const base = await listen(server);

  /** A browser with cookies of its own. */
  function visitor() {
    const jar = new Map<string, string>();
    async function call(
      path: string,
      init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
    ): Promise<Response> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { ...(cookie && { cookie }), ...init.headers };
      const response = await fetch(base + path, { redirect: 'manual', ...init, headers });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value) jar.set(name, value);
        else jar.delete(name);
      }
      return response;
    }
    const own = { origin: publicURL };
    return {
      jar,
      call,
      json: (path: string, body: unknown, headers: Record<string, string> = {}) =>
        call(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { ...own, 'content-type': 'application/json', ...headers },
        }),
      form: (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
        call(path, {
          method: 'POST',
          body: new URLSearchParams(body).toString(),
          headers: { ...own, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        }),
    };
  }

  const mailsTo = (to: string) =>
    query<{ subject: string; text: string; html: string }>(
      database,
      'select subject, text, html from mail_queue where "to" = $1 order by created_at',
      [to],
    );

  async function tokenFor(to: string): Promise<string> {
    const last = (await mailsTo(to)).at(-1);
    return /token=([\w-]+)/.exec(last?.text ?? '')?.[1] ?? '';
  }

  /** Somebody who has registered and confirmed their address. */
  async function reader(name = 'Wanjiku Otieno') {
    const email = `${randomUUID()}@example.org`;
    const password = 'a password of some length';
    const browser = visitor();
    await forgetLimits();
    await browser.json('/api/reader/register', { email, name, password });
    await browser.json('/api/reader/verify', { token: await tokenFor(email) });
    return { ...browser, email, password };
  }

  const forgetLimits = () => query(database, 'delete from rate_limits');

  return {
    payload,
    database,
    base,
    siteDir,
    visitor,
    reader,
    mailsTo,
    tokenFor,
    forgetLimits,
    publish: (more = {}) => publishArticle(payload, more),
  };
}

export type ReaderApi = Awaited<ReturnType<typeof startReaderApi>>;
export type Reader = Awaited<ReturnType<ReaderApi['reader']>>;

type TestPayload = Awaited<ReturnType<typeof bootPayload>>;

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  textFormat: 0,
  children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
});

/** An article that is published, under which comments are open unless `more` says otherwise. */
export async function publishArticle(payload: TestPayload, more: Record<string, unknown> = {}) {
  const author = await payload.create({
    collection: 'people',
    data: { name: `Author ${randomUUID()}`, _status: 'published' },
    depth: 0,
  });
  const data = {
    headline: `A story ${randomUUID()}`,
    standfirst: 'What it says.',
    kindOfWork: 'news',
    language: 'en',
    dateline: { date: '2026-02-04T12:00:00.000Z' },
    authors: [author.id],
    comments: 'open',
    body: {
      root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children: [paragraph('Rain fell.')] },
    },
    _status: 'published',
    ...more,
  };
  const article = await payload.create({ collection: 'articles', data: data as never, depth: 0 });
  return { id: String(article.id), slug: String(article.slug) };
}
