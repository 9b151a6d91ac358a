const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  avif: 'image/avif',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** Files whose ending says less than they are, by name. */
export const feedTypes: Readonly<Record<string, string>> = {
  'feed.xml': 'application/atom+xml; charset=utf-8',
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'feed.json': 'application/feed+json',
};

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1);
const endingOf = (file: string) => /\.([^./]+)$/.exec(file)?.[1] ?? '';

/** What a file of the site is sent as. */
export const contentTypeOf = (file: string): string =>
  feedTypes[nameOf(file)] ?? types[endingOf(file)] ?? 'application/octet-stream';

/** Whether a file is text, which has compressed siblings; images and fonts are compressed already. */
export const isText = (file: string): boolean => /^(html|css|js|json|webmanifest|xml|txt|svg)$/.test(endingOf(file));
