import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { routes } from '../../shared/src/routes.ts';
import { openPage } from '../support/browser.ts';
import { buildFully, freshFeed } from '../support/builder.ts';
import { someArticle, someComment, somePerson } from '../support/published-samples.ts';
import { serveSite } from './site-newsroom.ts';

/** A story so long that its comments stand many screens below the first. */
async function longStory(): Promise<string> {
  const feed = await freshFeed();
  const bodyHtml = '<p>Rain fell on the road to the crossing, and the lorries waited.</p>'.repeat(150);
  const article = someArticle(1, { topics: [], bodyHtml });
  feed.put('person', somePerson(1).id, somePerson(1));
  feed.put('article', article.id, article);
  feed.put('comment', someComment(1, article.id).id, someComment(1, article.id));
  const { settings } = await buildFully(feed);
  return (await serveSite(settings)) + routes.article(article.slug);
}

/** Whoever observes a thing is told once where it is, in the order in which they began: the page's own scripts before this. */
const untilSeen = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const observer = new IntersectionObserver(() => (observer.disconnect(), resolve()));
        observer.observe(document.querySelector('dl-comments')!);
      }),
  );

test('nothing of the island is fetched before the thread comes near, and reading down to it makes it work', async () => {
  const page = await openPage({ viewport: { width: 390, height: 800 } });
  const island: string[] = [];
  page.on('request', (request) => {
    if (/\/comments\.island\./.test(request.url())) island.push(request.url());
  });
  await page.goto(await longStory());
  await untilSeen(page);
  await page.waitForLoadState('networkidle');
  expect(
    await page
      .locator('#comments')
      .boundingBox()
      .then((box) => box?.y),
    'far below',
  ).toBeGreaterThan(4_000);
  expect(island).toEqual([]);
  expect(await page.evaluate(() => customElements.get('dl-comments'))).toBeUndefined();

  await page.locator('#comments').scrollIntoViewIfNeeded();
  await page.evaluate(() => customElements.whenDefined('dl-comments').then(() => undefined));
  expect(island).toHaveLength(1);
});
