import { contentTypeOf, feedTypes } from '@dateline/shared/content-types';
import { escapeHtml } from '@dateline/shared/html';
import { immutable, immutablePatterns, pageHeaders, revalidated } from '@dateline/shared/page-headers';
import { routes } from '@dateline/shared/routes';
import type { Departure } from '../snapshot/departures.ts';

const folders = [
  ...[routes.article, routes.person, routes.place, routes.topic, routes.archive].map((route) => route('x')),
  routes.sitemapOfMonth('x'),
  routes.threadFeed('x'),
].map((path) => `/${path.split('/')[1]}/`);
const alone = Object.values(routes).filter(
  (route) => typeof route === 'string' && !folders.some((folder) => route.startsWith(folder)),
);
const changing = [...alone, ...folders.map((folder) => `${folder}*`)];

const rule = (pattern: unknown, headers: Readonly<Record<string, string>>) =>
  [String(pattern), ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

/**
 * Headers for static hosts that read `_headers`. Each path gets `cache-control` from one rule alone: hosts join what
 * several say.
 */
export const headersFile = [
  rule('/*', pageHeaders),
  ...changing.map((pattern) => rule(pattern, { 'cache-control': revalidated })),
  ...immutablePatterns.map((pattern) => rule(pattern, { 'cache-control': immutable })),
  ...Object.entries(feedTypes).map(([name, type]) => rule(`/${name}`, { 'content-type': type })),
  rule(routes.threadFeed(':article'), { 'content-type': contentTypeOf(routes.atom) }),
].join('');

/** `_redirects` for hosts that read it: former addresses lead on, what was taken away is gone. In the order of its bytes. */
export const redirectsFile = (departures: readonly Departure[]) =>
  departures.map(({ from, to }) => `${from} ${to ?? routes.gone} ${to ? 301 : 410}\n`).join('');

/** The page at a former address, for hosts that serve files alone. */
export function redirectPage(to: string, publicUrl: string): string {
  const target = escapeHtml(to);
  const canonical = escapeHtml(new URL(to, publicUrl).href);
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Moved</title>',
    `<meta http-equiv="refresh" content="0;url=${target}"><meta name="robots" content="noindex">`,
    `<link rel="canonical" href="${canonical}"></head>`,
    `<body><p>This page is now at <a href="${target}">${target}</a>.</p></body></html>\n`,
  ].join('');
}
