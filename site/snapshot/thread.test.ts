import { repliesPageSize, threadPageSize } from '@dateline/shared/thread-pages';
import { expect, test } from 'vitest';
import { emptySnapshot } from '../../tests/support/empty-snapshot.ts';
import { idOf, someArticle, someComment } from '../../tests/support/published-samples.ts';
import { answers } from './answers.ts';
import { applyBatch } from './apply.ts';
import type { Snapshot } from './open.ts';
import type { Questions } from './questions.ts';

const article = idOf(5, 1);
const cursorAt = (position: number) => `${position}:${idOf(9, position)}`;

type Said = readonly [n: number, parent?: number, root?: number];

const saidOf = ([n, parent, root = parent]: Said) =>
  someComment(n, article, {
    parent: parent === undefined ? null : idOf(6, parent),
    root: root === undefined ? null : idOf(6, root),
  });

/** A thread of comments that are numbered, each a minute after the one before. */
function threadWith(comments: readonly Said[]) {
  const snapshot = counting(emptySnapshot());
  const put = (data: ReturnType<typeof someComment>, at: number) =>
    ({ op: 'put', kind: 'comment', id: data.id, cursor: cursorAt(at), at: data.at, data }) as const;
  const story = someArticle(1);
  const first = { op: 'put', kind: 'article', id: story.id, cursor: cursorAt(1), at: story.publishedAt, data: story };
  const take = (changes: readonly unknown[]) => applyBatch(snapshot, { changes: changes as never, files: new Map() });
  take([first, ...comments.map((said, at) => put(saidOf(said), at + 2))]);
  const ask = answers(snapshot);
  const said = (conversations: ReturnType<typeof ask.thread>['conversations']) =>
    conversations.map(({ comment, replies }) => [comment, ...replies.map((reply) => reply.comment)].map(numberOf));
  const remove = (n: number) =>
    take([{ op: 'remove', kind: 'comment', id: idOf(6, n), cursor: cursorAt(9_000), at: '', successor: null }]);
  const add = (...more: Said[]) => take(more.map((one) => put(saidOf(one), 9_001)));
  /** How many statements a question takes. */
  const statementsOf = (question: (ask: Questions) => unknown) => {
    const before = snapshot.asked();
    question(ask);
    return snapshot.asked() - before;
  };
  return { ask, said, remove, add, statementsOf };
}

/** A snapshot that counts what it is asked. */
function counting({ get, all, ...snapshot }: Snapshot) {
  let asked = 0;
  return {
    ...snapshot,
    get: ((...of) => (asked++, get(...of))) as typeof get,
    all: ((...of) => (asked++, all(...of))) as typeof all,
    asked: () => asked,
  };
}

const numberOf = ({ id }: { id: string }) => Number.parseInt(id.slice(-12), 16);
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, at): Said => [first + at]);

test('conversations come newest first, and what is said in them as it was said', () => {
  const { ask, said } = threadWith([[1], [2], [3, 1], [4, 1], [5, 2]]);
  const { conversations, older } = ask.thread(article);
  expect(said(conversations)).toEqual([
    [2, 5],
    [1, 3, 4],
  ]);
  expect(older).toBeUndefined();
  expect(ask.commentCount(article)).toBe(5);
});

test('a reply to a reply stands on the second level, and says which one it answers', () => {
  const { conversations } = threadWith([[1], [2, 1], [3, 2, 1]]).ask.thread(article);
  const replies = conversations[0]?.replies.map(({ comment, answered }) => [comment.id, answered?.address]);
  expect(replies).toEqual([
    [idOf(6, 2), undefined],
    [idOf(6, 3), `#comment-${idOf(6, 2)}`],
  ]);
});

test('a thread is cut into full pages from the oldest, and the newest page and a half stand under the article', () => {
  const { ask, said, add } = threadWith(upTo(3 * threadPageSize - 1));
  expect(ask.thread(article)).toMatchObject({ page: 2, older: 1 });
  expect(said(ask.thread(article).conversations)).toHaveLength(2 * threadPageSize - 1);
  expect(said(ask.thread(article, 1).conversations)).toEqual(upTo(threadPageSize).toReversed());
  add([3 * threadPageSize]);
  expect(ask.thread(article, 1)).toMatchObject({ newer: 2, older: undefined });
  expect(said(ask.thread(article).conversations)).toEqual(
    upTo(3 * threadPageSize, 2 * threadPageSize + 1).toReversed(),
  );
});

test('what joins a thread late, or leaves it, moves the cuts behind it and no other', () => {
  const last = 4 * threadPageSize;
  const { ask, said, remove, add } = threadWith(upTo(last).filter(([n]) => n !== 35));
  const page = (n: number) => said(ask.thread(article, n).conversations).flat().toReversed();
  expect(page(2)[0]).toBe(31);
  expect(page(2).at(-1)).toBe(61);
  add([35]);
  expect([page(1).at(-1), page(2)[0], page(2).at(-1), page(3)[0]]).toEqual([30, 31, 60, 61]);
  remove(1);
  remove(2);
  expect([page(1)[0], page(1).at(-1), page(2)[0]]).toEqual([3, 32, 33]);
  expect(ask.thread(article).page).toBe(3);
});

test('replies push no conversation off the page', () => {
  const { ask, said } = threadWith([[1], [2], [3], [4, 3], [5, 3]]);
  expect(said(ask.thread(article).conversations)).toEqual([[3, 4, 5], [2], [1]]);
});

test('of a long conversation the first replies stand in the thread, and the rest on pages of its own', () => {
  const replies = upTo(2 * repliesPageSize + 4, 2).map(([n]): Said => [n, 1]);
  const answer: Said = [2 * repliesPageSize + 5, 2, 1];
  const { ask } = threadWith([[1], ...replies, answer]);
  const [conversation] = ask.thread(article).conversations;
  expect(conversation?.replies).toHaveLength(repliesPageSize);
  expect(conversation?.more).toBe(`/comments/${idOf(6, 1)}/2/`);
  const second = ask.conversation(idOf(6, 1), 2);
  expect(second).toMatchObject({ earlier: undefined, later: 3, address: `/articles/article-1/#comment-${idOf(6, 1)}` });
  expect(second?.replies[0]?.comment.id).toBe(idOf(6, repliesPageSize + 2));
  const third = ask.conversation(idOf(6, 1), 3);
  expect(third).toMatchObject({ earlier: 2, later: undefined });
  // What answers a reply leads to the page on which that one stands.
  expect(third?.replies.at(-1)?.answered?.address).toBe(`/articles/article-1/#comment-${idOf(6, 2)}`);
});

test('comments without replies are not asked for one by one, and what comments have in common is asked once', () => {
  const [few, many] = [upTo(10), upTo(25)].map((said) => {
    const { ask, statementsOf } = threadWith(said);
    // The documents themselves are kept from page to page.
    ask.thread(article);
    return [statementsOf((asked) => asked.thread(article)), statementsOf((asked) => asked.newestComments(article, 50))];
  });
  expect(many?.[0]).toBe(few?.[0]);
  // On which page each stands.
  expect(many?.[1]).toBe(few![1]! + 15);
});
