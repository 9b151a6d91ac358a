import { randomUUID } from 'node:crypto';
import type { Change } from '@dateline/shared/feed';
import { routes } from '@dateline/shared/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptySnapshot } from '../../tests/support/empty-snapshot.ts';
import { idOf, someArticle } from '../../tests/support/published-samples.ts';
import { answers } from './answers.ts';
import { applyBatch } from './apply.ts';
import { expiryOf, markExpired, untilExpiry } from './expiry.ts';
import type { Dependency } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';
import { recordDone, recordFailure, standingOf } from './routes.ts';

let snapshot: Snapshot;
beforeEach(() => void (snapshot = emptySnapshot()));

const noon = Date.parse('2026-11-25T12:00:00.000Z');
const at = (milliseconds: number) => new Date(milliseconds).toISOString();
const dirty = () => snapshot.all<{ path: string }>('select path from dirty order by path').map(({ path }) => path);
const until = (milliseconds: number): Dependency => ({ key: 'x', until: at(milliseconds) });
const done = (path: string, dependencies: Dependency[]) => recordDone(snapshot, [{ path, hash: 'x', dependencies }]);

/** Stories that were published a minute apart, the first at an instant. */
function publish(count: number, first: number, kindOfWork: 'news' | 'sponsored' = 'news'): void {
  const changes = Array.from({ length: count }, (_, number): Change => {
    const publishedAt = at(first + number * 60_000);
    const data = someArticle(number, { publishedAt, modifiedAt: publishedAt, kindOfWork });
    return { op: 'put', kind: 'article', id: idOf(5, number), cursor: `1:${randomUUID()}`, at: publishedAt, data };
  });
  applyBatch(snapshot, { changes, files: new Map() });
  snapshot.run('delete from dirty');
}

test('a page is true until the first of its answers ends', () => {
  expect(expiryOf([until(3), { key: 'y' }, until(2)])).toBe(at(2));
  expect(expiryOf([{ key: 'y' }])).toBeUndefined();
});

describe('what time has made untrue', () => {
  test('is marked at its instant, and once', () => {
    done('/', [until(noon)]);
    done('/calm/', [{ key: 'y' }]);
    done('/later/', [until(noon + 1)]);
    expect(untilExpiry(snapshot, noon - 5)).toBe(5);
    expect(markExpired(snapshot, noon - 1)).toBe(0);
    expect(markExpired(snapshot, noon)).toBe(1);
    expect(markExpired(snapshot, noon)).toBe(0);
    expect(dirty()).toEqual(['/']);
  });

  test('is true again when it was rendered again, and no longer waited for when nothing of it depends on time', () => {
    done('/', [until(noon)]);
    done('/', [until(noon + 1_000)]);
    expect(untilExpiry(snapshot, noon)).toBe(1_000);
    done('/', [{ key: 'y' }]);
    expect(untilExpiry(snapshot, noon)).toBe(Infinity);
  });

  test('is tried again at the next instant where its rendering failed', () => {
    done('/', [until(noon)]);
    recordFailure(snapshot, '/', 'It broke', [until(noon + 1_000)]);
    expect(untilExpiry(snapshot, noon)).toBe(1_000);
  });

  test('overtakes what waits behind publishes', () => {
    done('/', [until(noon)]);
    snapshot.run("insert into dirty (path, bulk) values ('/', 1)");
    expect(markExpired(snapshot, noon)).toBe(1);
    expect(snapshot.get('select bulk from dirty')).toEqual({ bulk: 0 });
  });
});

describe('news', () => {
  const twoDaysAgo = noon - 48 * 3_600_000;
  const ask = (now: number) => {
    const recorded: Dependency[] = [];
    const questions = answers(
      snapshot,
      (one) => recorded.push(one),
      undefined,
      undefined,
      () => now,
    );
    return { questions, recorded };
  };

  test('is what was published less than two days ago, and the answer ends with the oldest of it', () => {
    publish(3, twoDaysAgo);
    const { questions, recorded } = ask(noon);
    expect(questions.news().map(({ slug }) => slug)).toEqual(['article-2', 'article-1']);
    expect(expiryOf(recorded)).toBe(at(noon + 60_000));
  });

  test('is not what is paid for', () => {
    publish(3, twoDaysAgo + 1, 'sponsored');
    expect(ask(noon).questions.news()).toEqual([]);
  });

  test('of more stories than a file may hold is in several, which come and go by the clock', () => {
    const stands = (file: number, now: number) => standingOf(snapshot, new Set(), routes.newsFile(file), now).is;
    publish(1_001, twoDaysAgo + 1);
    const { questions, recorded } = ask(noon);
    expect(questions.newsFiles()).toBe(2);
    expect(expiryOf(recorded)).toBe(at(noon + 1));
    expect(questions.news(1)).toHaveLength(1_000);
    expect(questions.news(2).map(({ slug }) => slug)).toEqual(['article-0']);
    expect([stands(1, noon), stands(2, noon), stands(3, noon)]).toEqual(['page', 'page', 'nothing']);
    expect(markExpired(snapshot, noon)).toBe(2);
    expect(dirty()).toEqual(['/sitemaps/news-1.xml', '/sitemaps/news-2.xml']);
    for (const path of dirty()) done(path, []);
    expect(markExpired(snapshot, noon)).toBe(0);
    expect(markExpired(snapshot, noon + 1)).toBe(2);
    expect([stands(1, noon + 1), stands(2, noon + 1)]).toEqual(['nothing', 'nothing']);
  });
});

describe('a thread', () => {
  const closing = (now: number) => {
    const recorded: Dependency[] = [];
    const questions = answers(
      snapshot,
      (one) => recorded.push(one),
      undefined,
      undefined,
      () => now,
    );
    const article = someArticle(0, { publishedAt: at(noon), commentsCloseAfterDays: 2 });
    return { isClosed: questions.isClosed(article), until: expiryOf(recorded) };
  };

  test('is open until its instant, which its page waits for, and closed from then on', () => {
    const closes = noon + 48 * 3_600_000;
    expect(closing(closes - 1)).toEqual({ isClosed: false, until: at(closes) });
    expect(closing(closes)).toEqual({ isClosed: true, until: undefined });
  });
});
