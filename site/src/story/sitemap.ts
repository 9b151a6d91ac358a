import { escapeXml, xmlHeaders } from './xml.ts';

/** An address of a sitemap, with when its page last changed where that is known. */
export interface SitemapEntry {
  path: string;
  modified?: string;
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function answer(list: string, item: string, entries: readonly SitemapEntry[], origin: string): Response {
  const items = entries.map(
    ({ path, modified }) =>
      `<${item}><loc>${escapeXml(origin + path)}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}</${item}>`,
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${list} xmlns="${namespace}">`,
    ...items,
    `</${list}>`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: xmlHeaders });
}

/** How many addresses a sitemap may have. */
const most = 50_000;

/**
 * A sitemap, as the protocol 0.9 has it.
 * @throws Where it would have more addresses than search engines read: they would pass the whole of it by.
 */
export function sitemapOf(entries: readonly SitemapEntry[], site: URL | undefined): Response {
  if (entries.length > most)
    throw new Error(`A sitemap may have ${most} addresses, and this one has ${entries.length}.`);
  return answer('urlset', 'url', entries, site?.origin ?? '');
}

/** An index of sitemaps. */
export const sitemapIndexOf = (entries: readonly SitemapEntry[], site: URL | undefined) =>
  answer('sitemapindex', 'sitemap', entries, site?.origin ?? '');
