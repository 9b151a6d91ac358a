import { skipReasons, type SkipReason } from './foreign.ts';
import type { ImportReport } from './import-comments.ts';

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What became of an import, in lines. Threads without an article are named in the form that a mapping has. */
export function sayReport(report: ImportReport, isDry: boolean): string {
  const { matched, unmatched, created, places, skipped } = report;
  const lines = [
    `${some(matched, 'thread')} found an article, ${unmatched.length} did not.`,
    `${some(created, 'comment')} ${isDry ? 'would be' : created === 1 ? 'was' : 'were'} brought in${places > 0 ? `, and ${some(places, 'place')} of comments that are gone and were answered` : ''}.`,
  ];
  const reasons = Object.entries(skipped) as [SkipReason, number][];
  if (reasons.length > 0) lines.push('Left out:', ...reasons.map(([why, count]) => `  ${count} ${skipReasons[why]}`));
  if (unmatched.length > 0) {
    lines.push(
      'Threads without an article here; a mapping (--map FILE) has a line for each, with the article behind it:',
    );
    lines.push(...unmatched.map(({ key, url, comments }) => `  ${url || key}   # ${some(comments, 'comment')}`));
  }
  return lines.join('\n');
}
