import type { PublishedComment } from '@dateline/shared/comment';
import type { Change } from '@dateline/shared/feed';
import { routes } from '@dateline/shared/routes';
import {
  pagesOfConversation,
  pagesOfThread,
  repliesPageSize,
  threadPageSize,
  type OwnPages,
} from '@dateline/shared/thread-pages';
import { markReaders } from './dependencies.ts';
import { listOf, placeKey } from './keys-of-change.ts';
import { markDirty, markLeft } from './marks.ts';
import type { Snapshot } from './open.ts';

/** A list's own pages. It has none as long as its article, or the comment that it hangs on, is not there. */
export function ownPages({ get }: Snapshot, list: string): OwnPages {
  const found = get<{ article: string; entries: number }>(
    `select article, entries from threads where list = ?1
       and exists (
         select 1 from documents where kind = 'article'
           and id = case when list = article then list else (select list from comments where comments.id = ?1) end)`,
    list,
  );
  if (!found) return { first: 1, last: 0 };
  return found.article === list ? pagesOfThread(found.entries) : pagesOfConversation(found.entries);
}

/** Every page of its own that a thread or a conversation has. */
export function everyThreadPage(snapshot: Snapshot): { list: string; page: number }[] {
  const lists = snapshot.all<{ list: string }>('select list from threads where entries > ?', repliesPageSize);
  return lists.flatMap(({ list }) => {
    const { first, last } = ownPages(snapshot, list);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({ list, page: first + at }));
  });
}

/** Takes a comment's new version into its list and the counts, in the place of the one before. */
export function indexComment(
  { run }: Snapshot,
  before: PublishedComment | undefined,
  after: PublishedComment | undefined,
): void {
  const count = ({ article, removed }: PublishedComment, list: string, entries: number) => {
    const row = `insert into threads values (?1, ?2, ?3, ?4) on conflict (list) do update
       set entries = entries + ?3, comments = comments + ?4`;
    run(row, list, article, entries, 0);
    if (!removed) run(row, article, article, 0, entries);
  };
  if (before) {
    run('delete from comments where id = ?', before.id);
    count(before, listOf(before), -1);
  }
  if (after) {
    const { id, at, article, removed, pinned } = after;
    const values = [id, listOf(after), at, article, Number(removed), Number(pinned)];
    run('insert into comments values (?, ?, ?, ?, ?, ?)', ...values);
    count(after, listOf(after), 1);
  }
}

/** Which lists are to be cut anew, and from where, since comments joined or left them. */
export interface MovedCuts {
  note(before: PublishedComment | undefined, after: PublishedComment | undefined): void;
  cutAnew(snapshot: Snapshot): void;
}

export function movedCuts(): MovedCuts {
  const from = new Map<string, PublishedComment>();
  return {
    note(before, after) {
      if (before && after && listOf(before) === listOf(after) && before.at === after.at) return;
      for (const side of [before, after]) {
        const least = side && from.get(listOf(side));
        if (side && (!least || placeKey(side) < placeKey(least))) from.set(listOf(side), side);
      }
    },
    cutAnew(snapshot) {
      for (const [list, comment] of from) cutFrom(snapshot, list, list === comment.article, comment);
    },
  };
}

/** Cuts a list into pages, from the page on which the comment stands, or would. */
function cutFrom(
  { get, run }: Snapshot,
  list: string,
  isThread: boolean,
  { at, id }: { at: string; id: string },
): void {
  const found = get<{ page: number; at: string; id: string }>(
    'select page, at, id from thread_pages where list = ? and (at, id) <= (?, ?) order by page desc limit 1',
    list,
    at,
    id,
  );
  const start = found ?? { page: 1, at: '', id: '' };
  run('delete from thread_pages where list = ? and page >= ?', list, start.page);
  run(
    `insert into thread_pages select ?1, ?2 + place / ?5, at, id from (
       select at, id, row_number() over (order by at, id) - 1 as place from comments
       where list = ?1 and (at, id) >= (?3, ?4)
     ) where place % ?5 = 0`,
    list,
    start.page,
    start.at,
    start.id,
    isThread ? threadPageSize : repliesPageSize,
  );
}

/** The lists whose pages changes may bring or take away. */
export function threadsTouched({ all, get }: Snapshot, changes: readonly Change[]): Set<string> {
  const lists = new Set<string>();
  for (const { kind, id, ...change } of changes) {
    if (kind === 'comment') {
      const before = get<{ list: string }>('select list from comments where id = ?', id);
      if (before) lists.add(before.list);
      if (change.op === 'put') lists.add(listOf(change.data as PublishedComment));
      lists.add(id);
    }
    const isThere = kind === 'article' && get("select 1 from documents where kind = 'article' and id = ?", id);
    if (kind !== 'article' || (change.op === 'put' && isThere)) continue;
    lists.add(id);
    const long = `select threads.list from comments join threads on threads.list = comments.id
       where comments.list = ? and threads.entries > ?`;
    for (const { list } of all<{ list: string }>(long, id, repliesPageSize)) lists.add(list);
  }
  return lists;
}

/** The pages that these lists have. */
export const pagesOfThreads = (snapshot: Snapshot, lists: Iterable<string>): Map<string, OwnPages> =>
  new Map(Array.from(lists, (list) => [list, ownPages(snapshot, list)]));

/** How many pages may come at once that are not done behind publishes. */
const urgentPages = 100;

/** Marks the pages of threads that came or went, and those that lead on to another page now. */
export function markThreads(
  snapshot: Snapshot,
  before: Map<string, OwnPages>,
  after: Map<string, OwnPages>,
  bulk: boolean,
): void {
  for (const [list, was] of before) {
    const is = after.get(list) ?? was;
    if (was.last === is.last) continue;
    const isBehind = bulk || Math.abs(was.last - is.last) > urgentPages;
    const first = Math.max(was.first, is.first);
    for (let page = Math.min(was.last, is.last); page <= Math.max(was.last, is.last); page++) {
      markReaders(snapshot, { key: `end:${list}:${page}` }, isBehind);
      if (page < first || page <= Math.min(was.last, is.last)) continue;
      if (page > is.last) markLeft(snapshot, routes.comments(list, page), isBehind);
      else markDirty(snapshot, routes.comments(list, page), isBehind);
    }
  }
}
