import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { builderSettings, freshFeed, startWatching } from '../support/builder.ts';
import { idOf, someArticle, someComment, somePerson } from '../support/published-samples.ts';

test('a thread has a feed from its first comment on, without what was removed, and until it is gone', async () => {
  const feed = await freshFeed();
  const article = someArticle(1);
  feed.put('person', idOf(1, 1), somePerson(1));
  feed.put('article', article.id, article);
  const watching = await startWatching(await builderSettings(feed));
  const read = (file: string) => {
    const at = path.join(watching.publicDir, file);
    return existsSync(at) ? readFileSync(at, 'utf8') : undefined;
  };
  const thread = () => read(`comments/${article.id}/feed.xml`);
  const page = () => read('articles/article-1/index.html');
  const link = `href="/comments/${article.id}/feed.xml"`;

  await feed.delivered();
  expect(thread()).toBeUndefined();
  expect(page()).not.toContain(link);

  for (const number of [1, 2]) feed.put('comment', idOf(6, number), someComment(number, article.id));
  await feed.delivered();
  expect(thread()?.indexOf('Comment 2')).toBeLessThan(thread()!.indexOf('Comment 1'));
  expect(page()).toContain(link);

  feed.put('comment', idOf(6, 2), someComment(2, article.id, { removed: true, author: '', html: '' }));
  await feed.delivered();
  expect(thread()).not.toContain('Comment 2');

  feed.put('article', article.id, { ...article, slug: 'moved', formerSlugs: ['article-1'] });
  await feed.delivered();
  expect(thread()).toContain('/articles/moved/#comment-');

  feed.remove('article', article.id);
  await feed.delivered();
  expect(thread()).toBeUndefined();

  feed.put('article', article.id, article);
  await feed.delivered();
  expect(thread()).toContain('Comment 1');

  for (const number of [1, 2]) feed.remove('comment', idOf(6, number));
  await feed.delivered();
  expect(thread()).toBeUndefined();
  expect(page()).not.toContain(link);
  await watching.stop();
});
