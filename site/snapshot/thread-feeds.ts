import { routes } from '@dateline/shared/routes';
import { markDirty, markLeft } from './marks.ts';
import type { Snapshot } from './open.ts';

const stands = `entries > 0 and list = article and exists (select 1 from documents where kind = 'article' and documents.id = list)`;

/** Whether an article is published and has a thread, be it of places of comments that were removed. */
export const hasThread = ({ get }: Snapshot, article: string): boolean =>
  get(`select 1 from threads where list = ? and ${stands}`, article) !== undefined;

/** Published articles that have a thread, by id. */
export const everyThread = ({ all }: Snapshot): string[] =>
  all<{ list: string }>(`select list from threads where ${stands} order by list`).map(({ list }) => list);

/** Which of these lists are threads that have a feed. */
export const feedsOf = (snapshot: Snapshot, lists: Iterable<string>): Set<string> =>
  new Set([...lists].filter((list) => hasThread(snapshot, list)));

/** Marks the feeds of threads that came or went. */
export function markFeeds(snapshot: Snapshot, before: Set<string>, after: Set<string>, bulk: boolean): void {
  for (const article of after) if (!before.has(article)) markDirty(snapshot, routes.threadFeed(article), bulk);
  for (const article of before) if (!after.has(article)) markLeft(snapshot, routes.threadFeed(article), bulk);
}
