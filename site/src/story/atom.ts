import { routes } from '@dateline/shared/routes';
import type { Settings } from '@dateline/shared/settings';
import { atomDocument } from './atom-document.ts';
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
 * with what a reader should know of.
 */
export function writeAtom(entries: readonly Entry[], settings: Settings, origin: string): string {
  const updated =
    entries
      .map(({ story }) => story.article.modifiedAt)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  return atomDocument({
    self: origin + routes.atom,
    alternate: origin + routes.home,
    title: settings.name,
    subtitle: settings.tagline,
    language: settings.language,
    updated,
    settings,
    origin,
    entries: entries.map((entry) => writeEntry(entry, settings, origin)),
  });
}
