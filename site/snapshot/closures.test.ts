import { randomUUID } from 'node:crypto';
import type { Change, Kind, Shape } from '@dateline/shared/feed';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptySnapshot } from '../../tests/support/empty-snapshot.ts';
import { idOf, someArticle, somePerson } from '../../tests/support/published-samples.ts';
import { answers } from './answers.ts';
import { applyBatch } from './apply.ts';
import { closedUntil } from './closures.ts';
import { expiryOf } from './expiry.ts';
import type { Dependency } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';
import { recordDone } from './routes.ts';

let snapshot: Snapshot;
beforeEach(() => void (snapshot = emptySnapshot()));

const noon = Date.parse('2026-11-25T12:00:00.000Z');
const at = (milliseconds: number) => new Date(milliseconds).toISOString();
const [ann, bea, cem] = [1, 2, 3].map((number) => idOf(1, number)) as [string, string, string];
const [river, hill] = [1, 2].map((number) => idOf(2, number)) as [string, string];

const take = (change: Pick<Change, 'op' | 'kind' | 'id'> & object) =>
  applyBatch(snapshot, {
    changes: [{ cursor: `1:${randomUUID()}`, at: at(noon), ...change } as Change],
    files: new Map(),
  });
const put = <K extends Kind>(kind: K, data: Shape<K> & { id: string }) =>
  take({ op: 'put', kind, id: data.id, data } as never);
const remove = (kind: Kind, id: string, successor: string | null = null) =>
  take({ op: 'remove', kind, id, slug: null, formerSlugs: [], successor } as never);
const close = (id: string, until: string | null = null) => put('closure', { id, until });

const story = (number: number, people: string[], places: string[], filed: string | null = null) =>
  someArticle(number, {
    mentions: { people, places, media: [] },
    dateline: { place: filed, date: '2026-02-04' },
    authors: [cem],
  });

/** A page of each thread, which has read what it reads. */
function publish(...stories: ReturnType<typeof story>[]): void {
  for (const article of stories) put('article', article);
  const done = stories.map(({ id, slug }) => ({
    path: `/${slug}`,
    hash: 'x',
    dependencies: [{ key: `closed:${id}` }],
  }));
  recordDone(snapshot, done);
  clean();
}
const clean = () => snapshot.run('delete from dirty');
const dirty = () => snapshot.all<{ path: string }>("select path from dirty where path like '/article-%' order by path");
function touched(act: () => void): string[] {
  clean();
  act();
  return dirty().map(({ path }) => path);
}

describe('a thread is closed for', () => {
  test('whom and what the story mentions, and where it was filed; not for who wrote it', () => {
    const article = story(1, [ann], [river], hill);
    for (const id of [ann, river, hill]) {
      close(id);
      expect(closedUntil(snapshot, article)).toBe(Infinity);
      remove('closure', id);
    }
    close(cem);
    expect(closedUntil(snapshot, article)).toBe(-Infinity);
  });

  test('those whom they were merged into, and who was merged into them, but not for others who were', () => {
    remove('person', ann, bea);
    remove('person', bea, cem);
    remove('person', idOf(1, 4), cem);
    const isClosedFor = (marked: string) => {
      close(marked);
      const closed = [ann, bea, cem].map((told) => closedUntil(snapshot, story(1, [told], [])) === Infinity);
      remove('closure', marked);
      return closed;
    };
    for (const id of [ann, bea, cem]) expect(isClosedFor(id)).toEqual([true, true, true]);
    expect(isClosedFor(idOf(1, 4))).toEqual([false, false, true]);
  });

  test('as long as the last closure, which its page waits for', () => {
    const article = story(1, [ann], [river]);
    close(ann, at(noon + 2));
    close(river, at(noon + 1));
    const asked = (now: number) => {
      const recorded: Dependency[] = [];
      const record = (one: Dependency) => recorded.push(one);
      const pages = answers(snapshot, record, undefined, undefined, () => now);
      return [pages.isClosed(article), expiryOf(recorded)];
    };
    expect(asked(noon + 1)).toEqual([true, at(noon + 2)]);
    expect(asked(noon + 2)).toEqual([false, undefined]);
    close(river);
    expect(asked(noon + 2)).toEqual([true, undefined]);
  });
});

describe('a change touches the threads that it may close or open, and no other', () => {
  test('of a closure', () => {
    publish(story(1, [ann], []), story(2, [bea], [river]), story(3, [], [], river), story(4, [], [hill]));
    expect(touched(() => close(ann))).toEqual(['/article-1']);
    expect(touched(() => close(ann))).toEqual([]);
    expect(touched(() => close(ann, at(noon)))).toEqual(['/article-1']);
    expect(touched(() => close(river))).toEqual(['/article-2', '/article-3']);
    expect(touched(() => remove('closure', river))).toEqual(['/article-2', '/article-3']);
    expect(touched(() => close(cem))).toEqual([]);
    remove('person', ann, bea);
    expect(touched(() => remove('closure', ann))).toEqual(['/article-1', '/article-2']);
    expect(touched(() => close(bea))).toEqual(['/article-1', '/article-2']);
  });

  test('of who stands for whom, where one of them is closed', () => {
    const [ofAnn, ofBea, ofCem] = [story(1, [ann], []), story(2, [bea], []), story(3, [cem], [])];
    publish(ofAnn, ofBea, ofCem);
    expect(touched(() => remove('person', ann, bea))).toEqual([]);
    close(ann);
    expect(touched(() => remove('person', bea, cem))).toEqual(['/article-1', '/article-2', '/article-3']);
    expect(touched(() => put('person', somePerson(2)))).toEqual(['/article-1', '/article-2', '/article-3']);
    expect(touched(() => put('person', somePerson(2, { name: 'Another' })))).toEqual([]);
  });

  test('of whom a story mentions, where that closes or opens it', () => {
    publish(story(1, [bea], []));
    close(ann);
    expect(touched(() => put('article', story(1, [bea, cem], [])))).not.toContain('/article-1');
    expect(touched(() => put('article', story(1, [ann], [])))).toContain('/article-1');
    expect(touched(() => put('article', story(1, [], [hill])))).toContain('/article-1');
  });
});
