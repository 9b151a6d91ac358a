import { escapeHtml } from '@dateline/shared/html';
import { pageHeaders } from '@dateline/shared/page-headers';
import { routes } from '@dateline/shared/routes';

/** Headers for static hosts that read `_headers`. Files whose name holds their hash never change. */
export const headersFile = `/*
${Object.entries(pageHeaders)
  .map(([name, value]) => `  ${name}: ${value}`)
  .join('\n')}
/_astro/*
  Cache-Control: public, max-age=31536000, immutable
/media/*
  Cache-Control: public, max-age=31536000, immutable
`;

/** `_redirects` for hosts that read it: former addresses lead on, what was taken away is gone. */
export const redirectsFile = (departures: { from: string; to: string | undefined }[]) =>
  departures.map(({ from, to }) => `${from} ${to ?? routes.notFound} ${to ? 301 : 410}\n`).join('');

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
