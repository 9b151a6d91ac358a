import path from 'node:path';
import fs from 'node:fs/promises';
import { ChildFailed, startChild, type Child } from '../child.ts';
import type { FeedProcess } from './newsroom/feed-process.ts';
import { startReady } from './started.ts';

const file = 'site/builder/main.ts';

export interface BuilderOptions {
  feed: FeedProcess;
  bundle: string;
  siteDir: string;
  publicURL: string;
  /** Settings of the builder beside these. */
  more?: Record<string, string>;
  /** Is given each builder when its process has started. */
  onStart?: (child: Child) => void;
}

const environmentOf = ({ feed, bundle, siteDir, publicURL, more }: BuilderOptions) => ({
  FEED_URL: feed.url,
  FEED_TOKEN: feed.token,
  SITE_DIR: siteDir,
  SITE_BUNDLE: bundle,
  PUBLIC_URL: publicURL,
  ...more,
});

/** What readers are given. */
export const publicDirOf = (siteDir: string) => fs.realpath(path.join(siteDir, 'current', 'public'));

/** Builds the whole site, to the end. */
export async function buildSiteOnce(options: BuilderOptions): Promise<void> {
  const child = startChild(file, { args: ['build'], env: environmentOf(options) });
  options.onStart?.(child);
  const code = await child.ended;
  if (code !== 0) throw new ChildFailed(file, code, child.complaint());
}

/** Starts the resident builder; it is ready when readers have a whole site. */
export const startResident = (options: BuilderOptions) =>
  startReady(file, { args: ['watch'], env: environmentOf(options) });
