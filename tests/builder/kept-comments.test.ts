import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { settingsId } from '../../shared/src/settings.ts';
import { feedClient } from '../../site/builder/feed-client.ts';
import { intakeOf } from '../../site/builder/intake.ts';
import { pullToHead } from '../../site/builder/sync.ts';
import { buildFully, builderSettings, fill, freshFeed, openSiteOf } from '../support/builder.ts';
import { idOf, someArticle, someComment, someSettings } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

test('what is kept of comments from one rendering to the next is what a clean build makes of them', async () => {
  const feed = await freshFeed();
  fill(feed, 3);
  const story = someArticle(97, { id: idOf(5, 1) });
  for (let number = 300; number < 306; number++) feed.put('comment', idOf(6, number), someComment(number, story.id));
  const site = await openSiteOf(await builderSettings(feed));
  onTestFinished(() => site.close());
  const { signal } = new AbortController();
  /** The story's page, after all that was published is in place. */
  const page = async () => {
    await pullToHead(intakeOf(site.workshop, feedClient(feed.url, feed.token, signal)));
    site.agenda.reload();
    await site.render(signal);
    return readFileSync(path.join(site.release.publicDir, 'articles/article-97/index.html'), 'utf8');
  };
  expect(await page()).toContain('Comment 303');
  await site.goLive();

  feed.put('comment', idOf(6, 303), someComment(303, story.id, { html: '<p>Said otherwise</p>', recommendations: 7 }));
  feed.put('comment', idOf(6, 310), someComment(310, story.id, { parent: idOf(6, 304), root: idOf(6, 304) }));
  const changed = await page();
  expect(changed).toContain('Said otherwise');
  expect(changed).not.toContain('Comment 303');
  expect(changed).toContain('Comment 310');

  const corrections = [{ at: '2027-01-01T08:00:00.000Z', text: 'A name was wrong.' }];
  feed.put('article', story.id, { ...story, corrections });
  feed.put('settings', settingsId, someSettings({ timeZone: 'Asia/Tokyo' }));
  expect(await page()).toContain('GMT+9');

  feed.put('article', story.id, { ...story, corrections, comments: 'closed' });
  expect(await page()).not.toContain('data-reply=');
  expect(filesOf(site.release.publicDir)).toEqual(filesOf((await buildFully(feed)).publicDir));
});
