import { routes } from '@dateline/shared/routes';
import type { NewsItem } from '../../snapshot/news.ts';
import { escapeXml } from './xml.ts';

/** A language by ISO 639, as the rules for news sitemaps want it; of Chinese alone they tell the script. */
export function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return language === 'zh' ? (script === 'Hant' ? 'zh-tw' : 'zh-cn') : language;
}

/** A news sitemap, by Google's rules: at most 1,000 stories of the last two days; without any, an empty one. */
export function writeNewsSitemap(items: readonly NewsItem[], publication: string, origin: string): string {
  const urls = items.map(({ slug, headline, language, publishedAt }) =>
    [
      `<url><loc>${escapeXml(origin + routes.article(slug))}</loc>`,
      '<news:news>',
      `<news:publication><news:name>${escapeXml(publication)}</news:name>`,
      `<news:language>${newsLanguage(language)}</news:language></news:publication>`,
      `<news:publication_date>${publishedAt}</news:publication_date>`,
      `<news:title>${escapeXml(headline)}</news:title>`,
      '</news:news></url>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}
