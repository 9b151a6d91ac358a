import { foreignId } from '../../cms/src/exchange/foreign-id.ts';
import { importComments, type ImportOptions } from '../../cms/src/exchange/import-comments.ts';
import { query } from '../support/database.ts';
import type { ReaderApi } from './reader-client.ts';

export interface Post {
  id: string;
  thread?: string;
  parent?: string;
  name?: string;
  username?: string;
  email?: string;
  text?: string;
  at?: string;
  isDeleted?: boolean;
  isSpam?: boolean;
}

const postXml = (
  post: Post,
) => `<post dsq:id="${post.id}"><message>${post.text ?? `&lt;p&gt;Number ${post.id}.&lt;/p&gt;`}</message>
  <createdAt>${post.at ?? '2019-05-04T10:00:00Z'}</createdAt><isDeleted>${post.isDeleted ?? false}</isDeleted>
  <isSpam>${post.isSpam ?? false}</isSpam><author>${post.email ? `<email>${post.email}</email>` : ''}
  <name>${post.name ?? 'Juma Wekesa'}</name><isAnonymous>${!post.username}</isAnonymous>
  ${post.username ? `<username>${post.username}</username>` : ''}</author>
  <thread dsq:id="${post.thread ?? 'T'}"/>${post.parent ? `<parent dsq:id="${post.parent}"/>` : ''}</post>`;

/** An export of Disqus. */
export const disqus = (threads: Record<string, string>, posts: Post[]) =>
  `<disqus xmlns:dsq="x">${Object.entries(threads)
    .map(([id, url]) => `<thread dsq:id="${id}"><link>${url}</link></thread>`)
    .join('')}\n${posts.map(postXml).join('\n')}\n</disqus>`;

export const file = (content: string, name = 'export.xml') => ({
  name,
  bytes: (async function* () {
    yield Buffer.from(content);
  })(),
});

export const importDisqus = (api: ReaderApi, content: string, more: Partial<ImportOptions> = {}) =>
  importComments(api.payload, { origin: 'disqus', site: more.site ?? '', files: [file(content)], ...more });

export const storedComments = (api: ReaderApi, article: string) =>
  query<Record<string, unknown> & { id: string }>(
    api.database,
    `select id, body, author_name as name, parent_id as parent, root_id as root, status, reader_id as reader,
       created_at as "createdAt", published_at as "publishedAt" from comments where article_id = $1 order by created_at, id`,
    [article],
  );

/** Ids of posts differ between tests: what came in before is left alone. */
let series = 0;
export const idsOf = (...names: string[]) => {
  series++;
  return Object.fromEntries(names.map((name) => [name, `${series}-${name}`])) as Record<string, string>;
};

/** The id that a comment has here. */
export const ours = (key: string) => foreignId('disqus:', 'comment', key);
