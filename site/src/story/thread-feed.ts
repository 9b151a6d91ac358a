import type { PublishedComment } from '@dateline/shared/comment';
import { routes } from '@dateline/shared/routes';
import type { Settings } from '@dateline/shared/settings';
import type { Story } from '../../snapshot/questions.ts';
import { threadLanguage, wordsOf } from '../thread/words-of.ts';
import { atomDocument } from './atom-document.ts';
import { excerptOf } from './excerpt.ts';
import { escapeXml } from './xml.ts';

interface Entry {
  comment: PublishedComment;
  /** Where it is read. */
  address: string;
}

/** What a reply answers stands in `thr:in-reply-to` (RFC 4685, 3). */
function writeComment({ comment, address }: Entry, origin: string): string {
  const { id, parent, author, at, edited, html } = comment;
  return [
    '<entry>',
    `<id>urn:uuid:${id}</id>`,
    `<title>${escapeXml(`${author}: ${excerptOf(html, 60)}`)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + address)}"/>`,
    `<published>${at}</published>`,
    `<updated>${edited ?? at}</updated>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    parent && `<thr:in-reply-to ref="urn:uuid:${parent}"/>`,
    `<content type="html">${escapeXml(html)}</content>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** An article's comments as a feed of RFC 4287, the newest first. One that was removed is not in it. */
export function writeThreadFeed(story: Story, entries: readonly Entry[], settings: Settings, origin: string): string {
  return atomDocument({
    self: origin + routes.threadFeed(story.id),
    alternate: origin + routes.commentsOf(story.slug),
    title: wordsOf(threadLanguage(story.language, settings.language)).feedTitle(story.headline),
    language: story.language,
    updated: entries
      .map(({ comment }) => comment.edited ?? comment.at)
      .reduce((latest, at) => (at > latest ? at : latest), '1970-01-01T00:00:00.000Z'),
    settings,
    origin,
    entries: entries.map((entry) => writeComment(entry, origin)),
  });
}
