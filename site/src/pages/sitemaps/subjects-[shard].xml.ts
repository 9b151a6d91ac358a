import { routes } from '@dateline/shared/routes';
import type { APIRoute } from 'astro';
import { staticPaths } from '../../static-paths.ts';
import { sitemapOf } from '../../story/sitemap.ts';

export const getStaticPaths = () => staticPaths('shards');

/** A part of the people, places and topics: each stays in its own, so that a new one rewrites one part. */
export const GET: APIRoute = ({ locals: { snapshot }, params, site }) =>
  sitemapOf(
    snapshot.subjectsIn(params.shard ?? '').map(({ kind, slug }) => ({ path: routes[kind](slug) })),
    site,
  );
