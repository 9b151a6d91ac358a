import { routes } from '@dateline/shared/routes';
import type { APIRoute } from 'astro';
import { writeNewsSitemap } from '../story/news-sitemap.ts';
import { sitemapIndexOf } from '../story/sitemap.ts';
import { xmlHeaders } from '../story/xml.ts';

/** What is news, for aggregators; where one file cannot hold it, the index of those that do. It shrinks as time passes. */
export const GET: APIRoute = ({ locals: { snapshot }, site }) => {
  const files = snapshot.newsFiles();
  if (files > 0) {
    const paths = Array.from({ length: files }, (_, at) => routes.newsFile(at + 1));
    return sitemapIndexOf(
      paths.map((path) => ({ path })),
      site,
    );
  }
  return new Response(writeNewsSitemap(snapshot.news(), snapshot.settings().name, site?.origin ?? ''), {
    headers: xmlHeaders,
  });
};
