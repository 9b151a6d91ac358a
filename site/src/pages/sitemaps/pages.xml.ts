import { routes } from '@dateline/shared/routes';
import type { APIRoute } from 'astro';
import { sitemapOf } from '../../story/sitemap.ts';

/** The pages that are always there, and the months. */
export const GET: APIRoute = ({ locals: { snapshot }, site }) => {
  const months = snapshot.months().map((month) => routes.archive(month));
  const paths = [routes.home, routes.corrections, routes.policies, ...months];
  return sitemapOf(
    paths.map((path) => ({ path })),
    site,
  );
};
