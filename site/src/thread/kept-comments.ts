import type { PublishedComment } from '@dateline/shared/comment';
import type { Settings } from '@dateline/shared/settings';
import type { Reply, Story } from '../../snapshot/questions.ts';

/** The HTML of comments that stay as they are from one rendering of their page to the next, for as long as they are at hand. */
const kept = new WeakMap<PublishedComment, { under: string; html: string }>();

/** All that a comment's HTML is made of besides itself, where nobody wrote it whom the newsroom knows. */
export const underWhat = (story: Story, { language, timeZone }: Settings) =>
  JSON.stringify([story.language, story.closed, story.correctedAt, language, timeZone]);

/** Whether nothing but itself, and {@link underWhat} it stands, tells how a comment looks. */
export const standsAlone = ({ person }: PublishedComment, replies: readonly Reply[], more: string | undefined) =>
  person === null && replies.length === 0 && more === undefined;

export function keptHtml(comment: PublishedComment, under: string): string | undefined {
  const before = kept.get(comment);
  return before?.under === under ? before.html : undefined;
}

export function keepHtml(comment: PublishedComment, under: string, html: string): string {
  kept.set(comment, { under, html });
  return html;
}
