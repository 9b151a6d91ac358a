import { routes } from '@dateline/shared/routes';
import type { APIRoute } from 'astro';
import { escapeXml } from '../story/xml.ts';

/** Every page that may be found by search, as the sitemap protocol 0.9 has it. */
export const GET: APIRoute = ({ locals: { snapshot }, site }) => {
  const entry = (path: string, modified?: string) =>
    `<url><loc>${escapeXml((site?.origin ?? '') + path)}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}</url>`;
  const entries = [
    entry(routes.home),
    entry(routes.corrections),
    entry(routes.policies),
    ...Array.from(snapshot.everyArticle(), ({ slug, modifiedAt }) => entry(routes.article(slug), modifiedAt)),
    ...Array.from(snapshot.everyPerson(), ({ slug }) => entry(routes.person(slug))),
    ...Array.from(snapshot.everyPlace(), ({ slug }) => entry(routes.place(slug))),
    ...Array.from(snapshot.everyTopic(), ({ slug }) => entry(routes.topic(slug))),
    ...snapshot.months().map((month) => entry(routes.archive(month))),
  ];
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
