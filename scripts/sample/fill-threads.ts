import { articles } from './articles/all.ts';
import { readers } from './content/readers.ts';
import { threads } from './content/threads.ts';
import { forEachOf, idOf, idsBy, make, type Payload } from './newsroom-store.ts';
import type { SampleComment } from './types.ts';

const registeredAt = new Date('2026-01-12T07:00:00Z').toISOString();

/** Makes the readers, with confirmed addresses and no password that anybody knows or could have. */
async function fillReaders(payload: Payload): Promise<Map<string, string>> {
  const known = await idsBy(payload, 'readers', 'email');
  const ids = new Map<string, string>();
  await forEachOf(readers, async ({ key, name }) => {
    const email = `${key}@readers.example`;
    const published = Object.values(threads)
      .flat()
      .filter(({ reader, status = 'published' }) => reader === key && status === 'published');
    const data = {
      email,
      name,
      status: 'active',
      verifiedAt: registeredAt,
      createdAt: registeredAt,
      approvedCount: published.length,
    };
    ids.set(key, known.get(email) ?? (await make(payload, 'readers', data)));
  });
  return ids;
}

/** Stores what readers wrote, with what became of it. */
export async function fillThreads(payload: Payload, articleIds: ReadonlyMap<string, string>): Promise<void> {
  const readerIds = await fillReaders(payload);
  const known = await idsBy(payload, 'comments', 'key');
  const publishedAt = new Map(articles.map((article) => [article.slug, Date.parse(article.publishedAt)]));
  const all = Object.entries(threads).flatMap(([slug, comments]) =>
    comments.map((comment, index) => ({ slug, comment, key: `sample-${slug}-${index}` })),
  );
  await forEachOf(all, async ({ slug, comment, key }) => {
    if (known.has(key)) return;
    const since = publishedAt.get(slug);
    if (since === undefined) throw new Error(`The sample has a thread under “${slug}”, but no such article.`);
    const at = new Date(since + comment.after * 60_000).toISOString();
    const reader = readers.find((one) => one.key === comment.reader);
    if (!reader) throw new Error(`The sample has no reader “${comment.reader}”.`);
    await fillComment(payload, comment, {
      article: idOf(articleIds, slug, 'article'),
      reader: idOf(readerIds, reader.key, 'reader'),
      authorName: reader.name,
      body: comment.body,
      key,
      createdAt: at,
    });
  });
}

/** A comment that was taken down had been public first, and leaves its place in the thread. */
async function fillComment(
  payload: Payload,
  { status = 'published', refusal }: SampleComment,
  data: Record<string, unknown>,
): Promise<void> {
  const wasPublic = status === 'published' || status === 'removed';
  const dates = wasPublic ? { publishedAt: data.createdAt, decidedAt: data.createdAt } : {};
  if (status !== 'removed') {
    await make(payload, 'comments', { ...data, ...dates, status, refusal });
    return;
  }
  const id = await make(payload, 'comments', { ...data, ...dates, status: 'published' });
  await payload.update({ collection: 'comments', id, data: { status, refusal }, depth: 0 });
}
