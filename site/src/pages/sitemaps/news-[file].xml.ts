import type { APIRoute } from 'astro';
import { staticPaths } from '../../static-paths.ts';
import { writeNewsSitemap } from '../../story/news-sitemap.ts';
import { xmlHeaders } from '../../story/xml.ts';

export const getStaticPaths = () => staticPaths('newsFiles');

/** One of the files of news that the news sitemap lists. */
export const GET: APIRoute = ({ locals: { snapshot }, params, site }) =>
  new Response(writeNewsSitemap(snapshot.news(Number(params.file)), snapshot.settings().name, site?.origin ?? ''), {
    headers: xmlHeaders,
  });
