import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { readerBase, routes } from '@dateline/shared/routes';
import { chromium, type Page } from 'playwright-core';
import { unpackChromium } from '../../../tests/support/chromium.ts';
import { buildSite } from '../../build.ts';
import { runChild } from '../../child.ts';
import { step } from '../../progress.ts';
import { atMost, exactly, type Figure } from '../figures.ts';
import type { CommentScene } from './scene.ts';

const kilobytes = 8;

const compressedSize = async (bytes: Buffer) => (await promisify(brotliCompress)(bytes)).length / 1_000;

/** The script of the comments, as the bundle names it. */
const isIsland = (url: string) => /\/comments\.island\.[^/]*\.js$/.test(url);

/** Whoever observes a thing is told once where it is, in the order in which they began: the page's own script before this. */
const untilSeen = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const observer = new IntersectionObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(document.querySelector('dl-comments')!);
      }),
  );

/**
 * Opens a long article as somebody who has no account, and reads down to the comments: how often the reader API was asked, the
 * bytes of the comments' own script before they came near, and the kilobytes of it and of all script that came in the end,
 * compressed as it is sent.
 */
async function viewPage({ publicURL, articles }: CommentScene) {
  const { executablePath, env } = await unpackChromium();
  const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    let requests = 0;
    const scripts: { url: string; bytes: Promise<Buffer> }[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith(readerBase)) requests++;
    });
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push({ url: response.url(), bytes: response.body() });
    });
    const answer = await page.goto(new URL(routes.article(articles.quiet.slug), publicURL).href);
    if (answer?.status() !== 200) throw new Error(`The article's page answers ${answer?.status()}.`);
    await untilSeen(page);
    await page.waitForLoadState('networkidle');
    const early = [...scripts];
    await page.locator('#comments').scrollIntoViewIfNeeded();
    await page.evaluate(() => customElements.whenDefined('dl-comments').then(() => undefined));
    await page.waitForLoadState('networkidle');
    const late = scripts.filter((script) => !early.includes(script));
    const before = await sizeOf(
      early.filter(({ url }) => isIsland(url)),
      (bytes) => bytes.length,
    );
    return {
      requests,
      before,
      island: await sizeOf(late, compressedSize),
      script: await sizeOf(scripts, compressedSize),
    };
  } finally {
    await browser.close();
  }
}

async function sizeOf(
  scripts: readonly { bytes: Promise<Buffer> }[],
  measure: (bytes: Buffer) => number | Promise<number>,
): Promise<number> {
  const sizes = await Promise.all(scripts.map(async ({ bytes }) => measure(await bytes)));
  return sizes.reduce((sum, size) => sum + size, 0);
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
  const { requests, before, island, script } = await step('Reading a page', () => viewPage(scene));
  return [
    exactly("an anonymous reader's page view: requests to the reader API", '', requests, 0),
    exactly('script of the comments that comes before they are near', 'bytes', before, 0),
    atMost('what comes for them once they are near, compressed', 'kB', island, kilobytes),
    atMost('script that reading it down to the comments loads, compressed', 'kB', script, kilobytes),
  ];
}
