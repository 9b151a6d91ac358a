import type { PublishedComment } from '@dateline/shared/comment';
import { routes } from '@dateline/shared/routes';
import { justAbove, listOf, placeKey, top, type Dependency } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';
import type { Conversation, ConversationPage, Questions, Reply, Story, ThreadPage } from './questions.ts';
import { ownPages } from './thread-pages.ts';

interface Place {
  id: string;
  at: string;
}

/** Answers each question once. */
function once<Answer>(answer: (of: string) => Answer): (of: string) => Answer {
  const known = new Map<string, Answer>();
  return (of) => {
    if (!known.has(of)) known.set(of, answer(of));
    return known.get(of) as Answer;
  };
}

/** Which comments of the first level have replies, be it only places of some that were removed. */
function answeredAmong({ all }: Snapshot, places: readonly Place[]): Set<string> {
  const rows = all<{ list: string }>(
    'select list from threads where list in (select value from json_each(?)) and entries > 0',
    JSON.stringify(places.map(({ id }) => id)),
  );
  return new Set(rows.map(({ list }) => list));
}

type ThreadQuestions = Pick<
  Questions,
  'story' | 'commentCount' | 'pinned' | 'thread' | 'conversation' | 'newestComments'
>;

/**
 * What pages ask of threads.
 * @param record Is told of everything that a page asks.
 * @param read Gives a document without recording it.
 * @param show Is told of every page of a thread that the page links to.
 */
export function threadAnswers(
  snapshot: Snapshot,
  record: (dependency: Dependency) => void,
  read: { comment: (id: string) => PublishedComment | undefined; story: (id: string) => Story | undefined },
  show: (path: string) => void,
): ThreadQuestions {
  const { get, all } = snapshot;
  function pathOf(list: string, page: number): string {
    const path = routes.comments(list, page);
    show(path);
    return path;
  }
  /** A page beside another one, where there is one. */
  function beside(list: string, page: number, isThere: boolean): number | undefined {
    if (!isThere) return undefined;
    show(routes.comments(list, page));
    return page;
  }
  const cutOf = (list: string, page: number) =>
    get<Place>('select at, id from thread_pages where list = ? and page = ?', list, page);

  /** A page of a list in the order of time. What joins or leaves the list before it moves its cut. */
  function rowsOf(list: string, page: number, isOpen: boolean): Place[] {
    const from = cutOf(list, page) ?? { at: '', id: '' };
    const to = isOpen ? { at: top, id: top } : (cutOf(list, page + 1) ?? { at: top, id: top });
    const rows = all<Place>(
      'select id, at from comments where list = ? and (at, id) >= (?, ?) and (at, id) < (?, ?) order by at, id',
      list,
      from.at,
      from.id,
      to.at,
      to.id,
    );
    const [oldest, newest] = [rows[0], rows.at(-1)];
    const ceiling = isOpen || !newest ? top : justAbove(placeKey(newest));
    record({ key: `thread:${list}`, bound: page > 1 && oldest ? placeKey(oldest) : '', ceiling });
    if (page > 1) record({ key: `cuts:${list}`, bound: '', ceiling });
    return rows;
  }

  /** On which page of its list a comment stands. */
  function pageOf(comment: PublishedComment): number {
    const list = listOf(comment);
    record({ key: `cuts:${list}`, bound: '', ceiling: justAbove(placeKey(comment)) });
    const row = get<{ page: number }>(
      'select page from thread_pages where list = ? and (at, id) <= (?, ?) order by page desc limit 1',
      list,
      comment.at,
      comment.id,
    );
    return row?.page ?? 1;
  }

  /** Where comments are read, for one question: what many of them have in common is asked once. */
  function addresses() {
    const slugOf = once((article) => story(article)?.slug);
    const lastOf = once((article) => ownPages(snapshot, article).last);
    /** Where a comment is read, its place on the page included. */
    function addressOf(comment: PublishedComment): string {
      const anchor = `#comment-${comment.id}`;
      const page = pageOf(comment);
      if (comment.root !== null && page > 1) return pathOf(comment.root, page) + anchor;
      const root = comment.root === null ? comment : known(comment.root);
      if (!root) return anchor;
      const rootPage = root === comment ? page : pageOf(root);
      record({ key: `end:${root.article}:${rootPage}` });
      if (rootPage <= lastOf(root.article)) return pathOf(root.article, rootPage) + anchor;
      const slug = slugOf(root.article);
      return (slug ? routes.article(slug) : '') + anchor;
    }
    /** Of a comment that is read elsewhere. */
    function wholeAddressOf(comment: PublishedComment): string {
      const address = addressOf(comment);
      return address.startsWith('#') ? routes.article(slugOf(comment.article) ?? '') + address : address;
    }
    return { addressOf, wholeAddressOf };
  }

  function known(id: string): PublishedComment | undefined {
    record({ key: `doc:comment:${id}` });
    return read.comment(id);
  }
  function story(id: string): Story | undefined {
    record({ key: `story:${id}` });
    return read.story(id);
  }

  function repliesOf(root: string, page: number, isOpen: boolean): Reply[] {
    const rows = rowsOf(root, page, isOpen);
    const { addressOf } = addresses();
    const here = new Set([root, ...rows.map(({ id }) => id)]);
    return rows.flatMap(({ id }): Reply[] => {
      const comment = read.comment(id);
      if (!comment) return [];
      const { parent } = comment;
      const answered = parent !== null && parent !== root ? known(parent) : undefined;
      if (!answered) return [{ comment, answered: null }];
      const address = here.has(answered.id) ? `#comment-${answered.id}` : addressOf(answered);
      return [{ comment, answered: { comment: answered, address } }];
    });
  }

  /** Most comments have no replies: which of them have is asked once for all. */
  function conversationsOf(places: readonly Place[]): Conversation[] {
    const answered = answeredAmong(snapshot, places);
    return places.flatMap(({ id }): Conversation[] => {
      const comment = read.comment(id);
      if (!comment) return [];
      record({ key: `end:${id}:1` });
      if (!answered.has(id)) {
        record({ key: `thread:${id}`, bound: '', ceiling: top });
        return [{ comment, replies: [], more: undefined }];
      }
      const hasMore = ownPages(snapshot, id).last > 1;
      return [{ comment, replies: repliesOf(id, 1, !hasMore), more: hasMore ? pathOf(id, 2) : undefined }];
    });
  }

  return {
    story,
    commentCount: (article) => {
      record({ key: `count:${article}` });
      return get<{ comments: number }>('select comments from threads where list = ?', article)?.comments ?? 0;
    },
    pinned: (article) => {
      record({ key: `pinned:${article}` });
      const row = get<{ id: string }>('select id from comments where list = ? and pinned order by id limit 1', article);
      const comment = row && known(row.id);
      return comment && { comment, address: addresses().addressOf(comment) };
    },
    thread: (article, wanted): ThreadPage => {
      const { last } = ownPages(snapshot, article);
      const page = wanted ?? last + 1;
      if (wanted !== undefined) record({ key: `end:${article}:${page}` });
      const rows = rowsOf(article, page, wanted === undefined);
      const conversations = conversationsOf(rows.toReversed());
      return {
        conversations,
        page,
        older: beside(article, page - 1, page > 1),
        newer: beside(article, page + 1, page < last),
      };
    },
    newestComments: (article, limit) => {
      const rows = all<Place>(
        'select id, at from comments where article = ? and removed = 0 order by at desc, id desc limit ?',
        article,
        limit,
      );
      const last = rows.at(-1);
      record({ key: `newest:${article}`, bound: rows.length < limit || !last ? '' : placeKey(last), ceiling: top });
      const { wholeAddressOf } = addresses();
      return rows
        .map(({ id }) => read.comment(id))
        .filter((comment) => comment !== undefined)
        .map((comment) => ({ comment, address: wholeAddressOf(comment) }));
    },
    conversation: (root, page): ConversationPage | undefined => {
      const comment = known(root);
      if (!comment || comment.root !== null) return undefined;
      record({ key: `end:${root}:${page}` });
      const isLast = ownPages(snapshot, root).last <= page;
      return {
        comment,
        address: addresses().addressOf(comment),
        replies: repliesOf(root, page, isLast),
        page,
        earlier: beside(root, page - 1, page > 2),
        later: beside(root, page + 1, !isLast),
      };
    },
  };
}
