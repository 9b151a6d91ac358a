import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createFeedServer } from '../../cms/src/feed/feed-server.ts';
import { ownComment } from '../../shared/src/comment.ts';
import { readerRoutes, routes } from '../../shared/src/routes.ts';
import { builderSettings, startWatching } from '../support/builder.ts';
import { listen } from '../support/listen.ts';
import { startReaderApi } from './reader-client.ts';
import { decide, post, threadOf } from './reader-comments.ts';

const token = 'a-token-of-the-feed';

test('a thread stays with its article, wherever that moves', async () => {
  const api = await startReaderApi();
  const url = await listen(createFeedServer({ getPayload: async () => api.payload, token }));
  const builder = await startWatching({ ...(await builderSettings({ url, token })), SITE_DIR: api.siteDir });
  onTestFinished(builder.stop);

  const visitor = api.visitor();
  const read = async (path: string) => {
    const answer = await visitor.call(path);
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
  };
  const reads = (path: string, expected: Partial<Awaited<ReturnType<typeof read>>>) =>
    expect.poll(() => read(path), { timeout: 20_000, message: path }).toMatchObject(expected);
  const shows = (path: string, ...texts: string[]) =>
    reads(path, { status: 200, text: expect.stringMatching(texts.join('[^]*')) as string });
  const move = (data: object) =>
    api.payload.update({ collection: 'articles', id: article.id, data: { _status: 'published', ...data } as never });
  const say = async (body: string) => {
    const { id } = ownComment.parse(await (await post(reader, article.id, { body })).json());
    await decide(api, id, 'published');
    return id;
  };

  const article = await api.publish();
  const reader = await api.reader();
  const [before, between, after] = [randomUUID(), randomUUID(), randomUUID()];
  const first = await say(before);
  const old = routes.article(article.slug);
  await shows(old, before);

  // Another address, section and headline; whoever has the page open at the old address writes on.
  const topic = await api.payload.create({ collection: 'topics', data: { name: 'Ferries', _status: 'published' } });
  await move({ slug: 'moved-once', topics: [topic.id], headline: 'It moved once' });
  await say(between);
  await shows(routes.article('moved-once'), between);
  await move({ slug: 'moved-twice' });
  await say(after);

  await shows(routes.article('moved-twice'), after, between, before);
  await shows(routes.threadFeed(article.id), 'moved-twice', after);
  for (const former of [old, routes.article('moved-once')])
    await reads(former, { status: 301, to: routes.article('moved-twice') });
  expect((await threadOf(visitor, article.id)).comments.map(({ id }) => id)).toContain(first);
  const link = await visitor.call(readerRoutes.comment(first));
  expect(link.headers.get('location')).toContain(routes.comment('moved-twice', first));

  // Taken down, the thread goes with its article; put back at yet another address, it is there again.
  await move({ _status: 'draft' });
  for (const gone of [old, routes.article('moved-twice')]) await reads(gone, { status: 410 });
  await reads(routes.threadFeed(article.id), { status: 404 });
  expect((await visitor.call(`${readerRoutes.comments}?article=${article.id}`)).status).toBe(404);
  await move({ slug: 'moved-back' });
  await shows(routes.article('moved-back'), after, between, before);
  await reads(old, { status: 301, to: routes.article('moved-back') });
}, 120_000);
