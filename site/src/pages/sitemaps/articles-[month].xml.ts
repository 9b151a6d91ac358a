import { routes } from '@dateline/shared/routes';
import type { APIRoute } from 'astro';
import { staticPaths } from '../../static-paths.ts';
import { sitemapOf } from '../../story/sitemap.ts';

export const getStaticPaths = () => staticPaths('sitemaps');

/** The articles first published in a month. */
export const GET: APIRoute = ({ locals: { snapshot }, params, site }) =>
  sitemapOf(
    snapshot
      .entriesIn(params.month ?? '')
      .map(({ slug, modifiedAt }) => ({ path: routes.article(slug), modified: modifiedAt })),
    site,
  );
