import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { readerBase, routes } from '@dateline/shared/routes';
import { chromium } from 'playwright-core';
import { unpackChromium } from '../../../tests/support/chromium.ts';
import { buildSite } from '../../build.ts';
import { runChild } from '../../child.ts';
import { step } from '../../progress.ts';
import { atMost, exactly, type Figure } from '../figures.ts';
import type { CommentScene } from './scene.ts';

const kilobytes = 8;

const compressedSize = async (bytes: Buffer) => (await promisify(brotliCompress)(bytes)).length / 1_000;

/**
 * Opens an article as somebody who has no account, and reads down to the comments: how often the reader API was asked, and the
 * kilobytes of script that came, compressed as it is sent.
 */
async function viewPage({ publicURL, articles }: CommentScene) {
  const { executablePath, env } = await unpackChromium();
  const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 300 } });
    let requests = 0;
    const scripts: Promise<number>[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith(readerBase)) requests++;
    });
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body().then(compressedSize));
    });
    const answer = await page.goto(new URL(routes.article(articles.quiet.slug), publicURL).href);
    if (answer?.status() !== 200) throw new Error(`The article's page answers ${answer?.status()}.`);
    await page.waitForLoadState('networkidle');
    await page.locator('#comments').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    return { requests, script: (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0) };
  } finally {
    await browser.close();
  }
}

/** What reading costs the reader API, and the reader. */
export async function measurePage(scene: CommentScene): Promise<Figure[]> {
  const bundle = await buildSite();
  const { env, server, publicURL } = scene;
  await step('Building the pages', () =>
    runChild(
      'site/builder/main.ts',
      {
        FEED_URL: `http://127.0.0.1:${server.feedPort}`,
        FEED_TOKEN: env.FEED_TOKEN,
        SITE_DIR: env.SITE_DIR,
        SITE_BUNDLE: bundle,
        PUBLIC_URL: publicURL,
      },
      { args: ['build'] },
    ),
  );
  const { requests, script } = await step('Reading a page', () => viewPage(scene));
  return [
    exactly("an anonymous reader's page view: requests to the reader API", '', requests, 0),
    atMost('script that reading it down to the comments loads, compressed', 'kB', script, kilobytes),
  ];
}
