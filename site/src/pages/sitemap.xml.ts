import { routes } from '@dateline/shared/routes';
import type { APIRoute } from 'astro';
import { sitemapIndexOf } from '../story/sitemap.ts';

/** The index of sitemaps: each is a part that stays small, so that a publish rewrites one. */
export const GET: APIRoute = ({ locals: { snapshot }, site }) => {
  const paths = [
    routes.sitemapOfPages,
    ...snapshot.shards().map(routes.sitemapOfSubjects),
    ...snapshot.months().map(routes.sitemapOfMonth),
  ];
  return sitemapIndexOf(
    paths.map((path) => ({ path })),
    site,
  );
};
