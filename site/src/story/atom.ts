import { routes } from '@dateline/shared/routes';
import type { Settings } from '@dateline/shared/settings';
import { writeDayOf } from './dates.ts';
import type { Story } from './read-story.ts';
import { escapeXml } from './xml.ts';

/** One story of a feed, with its text ready: every address in it absolute. */
export interface Entry {
  story: Story;
  html: string;
}

/** Corrections stand before the text, as they do on the page. */
function contentOf({ story, html }: Entry, settings: Settings): string {
  const corrections = story.article.corrections.map(
    ({ at, text }) => `<p><strong>Correction, ${escapeXml(writeDayOf(at, settings))}:</strong> ${escapeXml(text)}</p>`,
  );
  return corrections.join('') + html;
}

function writeEntry(entry: Entry, settings: Settings, origin: string): string {
  const { article, authors, topics } = entry.story;
  return [
    `<entry xml:lang="${escapeXml(article.language)}">`,
    `<id>urn:uuid:${article.id}</id>`,
    `<title>${escapeXml(article.headline)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + routes.article(article.slug))}"/>`,
    `<published>${article.publishedAt}</published>`,
    `<updated>${article.modifiedAt}</updated>`,
    ...authors.map(
      ({ name, slug }) =>
        `<author><name>${escapeXml(name)}</name><uri>${escapeXml(origin + routes.person(slug))}</uri></author>`,
    ),
    ...topics.map(({ slug, name }) => `<category term="${escapeXml(slug)}" label="${escapeXml(name)}"/>`),
    article.standfirst && `<summary>${escapeXml(article.standfirst)}</summary>`,
    `<content type="html">${escapeXml(contentOf(entry, settings))}</content>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n');
}

/**
 * A feed of RFC 4287. Ids are the documents' own, so that a rename makes no new entry; `updated` moves
 * with what a reader should know of. A feed needs an author (4.1.1): the newsroom stands in where an
 * article's own are not published.
 */
export function writeAtom(entries: readonly Entry[], settings: Settings, origin: string): string {
  const updated =
    entries
      .map(({ story }) => story.article.modifiedAt)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(settings.language)}">`,
    `<id>${escapeXml(origin + routes.atom)}</id>`,
    `<title>${escapeXml(settings.name)}</title>`,
    settings.tagline && `<subtitle>${escapeXml(settings.tagline)}</subtitle>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(origin + routes.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + routes.home)}"/>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeXml(settings.name)}</name><uri>${escapeXml(origin + routes.home)}</uri></author>`,
    ...entries.map((entry) => writeEntry(entry, settings, origin)),
    '</feed>',
    '',
  ]
    .filter((line, index, all) => line || index === all.length - 1)
    .join('\n');
}
