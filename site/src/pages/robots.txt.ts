import { readerBase, routes } from '@dateline/shared/routes';
import type { APIRoute } from 'astro';

/** What crawlers may read. The pages of a sample newsroom ask for themselves not to be indexed. */
export const GET: APIRoute = ({ site }) => {
  const lines = [
    'User-agent: *',
    `Disallow: ${readerBase}/`,
    `Disallow: ${routes.shell}`,
    '',
    ...[routes.sitemap, routes.newsSitemap].map((path) => `Sitemap: ${site?.origin ?? ''}${path}`),
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
