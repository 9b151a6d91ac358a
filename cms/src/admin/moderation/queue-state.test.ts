import { describe, expect, test } from 'vitest';
import { mostAtOnce, type Decided, type QueueItem } from '../../moderation/desk/shapes.ts';
import {
  amended,
  choosing,
  choosingAll,
  goingOn,
  keptIds,
  narrowed,
  newsOf,
  nothingTold,
  opened,
  renewed,
  settled,
  takenUp,
  type QueueState,
} from './queue-state.ts';

const item = (id: string, more: Partial<QueueItem> = {}): QueueItem => ({
  id,
  body: `Words of ${id}`,
  author: 'Njeri Kamau',
  status: 'held',
  heldFor: null,
  at: '2026-02-04T10:00:00.000Z',
  edited: null,
  article: { id: 'story', headline: 'A ferry runs' },
  reader: null,
  reports: 0,
  reported: null,
  root: null,
  answers: null,
  pinned: false,
  pick: false,
  ...more,
});
const counters = { waiting: 0, reported: 0, oldest: null, medianSeconds: null };
const told = { counters, alerts: [], only: [], next: null, allClosed: false };
const tell = (state: QueueState, items: QueueItem[], asked: QueueItem[] = []) =>
  renewed(state, { ...told, items, asked }, keptIds(state), 1);
const ids = ({ items }: QueueState) => items.map(({ id }) => id);
const of = ({ items }: QueueState, id: string) => items.find((one) => one.id === id)!;
const news = (state: QueueState, id: string) => newsOf(state, of(state, id));

const three = tell(nothingTold('held'), [item('a'), item('b'), item('c')]);
const edited = { body: 'Other words', edited: '2026-02-04T10:05:00.000Z' };
const decided = (more: Partial<Decided>): Decided => ({ batch: null, decided: [], skipped: [], changed: [], ...more });

describe('the queue told anew', () => {
  test('opens its first at first, and keeps it open when another comes before it', () => {
    expect(three.open).toBe('a');
    const next = tell(three, [item('z'), item('a'), item('b')], [item('a')]);
    expect([next.open, ids(next)]).toEqual(['a', ['z', 'a', 'b']]);
  });

  test('keeps what is open as it was shown, in its place, where somebody else has decided it', () => {
    const next = tell(opened(three, 'b'), [item('a'), item('c')], [item('b', { status: 'published' })]);
    expect([next.open, ids(next), of(next, 'b').status]).toEqual(['b', ['a', 'b', 'c'], 'held']);
    expect([news(next, 'b'), news(next, 'a')]).toEqual(['decided', null]);
    expect(ids(tell(opened(next, 'c'), [item('a'), item('c')], [item('c')]))).toEqual(['a', 'c']);
  });

  test('keeps the words that were read, and what else is known of it is new', () => {
    const next = tell(three, [item('a', { ...edited, reports: 2 }), item('b')], [item('a', { ...edited, reports: 2 })]);
    expect(of(next, 'a')).toMatchObject({ body: 'Words of a', edited: null, reports: 2 });
    expect(news(next, 'a')).toBe('changed');
    expect(of(takenUp(next, 'a'), 'a')).toMatchObject(edited);
    expect(news(takenUp(next, 'a'), 'a')).toBeNull();
  });

  test('shows no words that are gone', () => {
    const next = tell(three, [item('b')], [item('a', { body: '', status: 'removed' })]);
    expect([of(next, 'a').body, news(next, 'a')]).toEqual(['', 'gone']);
    expect(news(tell(three, [item('b')]), 'a')).toBe('gone');
  });

  test('keeps what is chosen, too', () => {
    const some = choosing(choosing(three, 'b'), 'c');
    const next = tell(some, [item('a')], [item('a'), item('b', { status: 'refused' })]);
    expect([ids(next), news(next, 'b'), news(next, 'c')]).toEqual([['a', 'b', 'c'], 'decided', 'gone']);
    expect(ids(tell(choosing(next, 'b'), [item('a')], [item('a')]))).toEqual(['a', 'c']);
  });

  test('knows nothing of what was opened since it was asked', () => {
    const next = renewed(opened(three, 'b'), { ...told, items: [item('a')], asked: [] }, ['a'], 1);
    expect([next.open, news(next, 'b')]).toEqual(['b', null]);
  });

  test('opens what was taken back, as it is', () => {
    const state = { ...three, wanted: 'd', stale: new Set(['d']) };
    expect(keptIds(state)).toEqual(['a', 'd']);
    const next = tell(state, [item('a'), item('d'), item('b')], [item('a'), item('d')]);
    expect([next.open, next.wanted]).toEqual(['d', null]);
    expect(tell({ ...three, wanted: 'd' }, [item('a')], [item('d')]).open).toBe('d');
  });
});

describe('after a decision', () => {
  const published = () => 'published' as const;

  test('what was decided makes way for its neighbour', () => {
    const next = settled(opened(three, 'b'), decided({ decided: ['b'] }), published);
    expect([ids(next), next.open]).toEqual([['a', 'c'], 'c']);
    const last = settled(opened(three, 'c'), decided({ decided: ['a', 'c'] }), published);
    expect([ids(last), last.open]).toEqual([['b'], 'b']);
  });

  test('what somebody else has decided stays open', () => {
    const next = settled(choosing(three, 'b'), decided({ skipped: ['b'] }), published);
    expect([next.open, [...next.chosen]]).toEqual(['a', ['b']]);
  });

  test('new words are shown', () => {
    const next = settled(three, decided({ changed: [{ id: 'a', ...edited }] }), published);
    expect([of(next, 'a').body, next.open, news(next, 'a')]).toEqual(['Other words', 'a', null]);
  });

  test('in the view of all that is recent it stays, as what it has become', () => {
    const recent = { ...three, view: 'recent' as const };
    const next = settled(recent, decided({ decided: ['a'] }), published);
    expect([next.open, of(next, 'a').status]).toEqual(['a', 'published']);
    const told = tell(next, [item('a', { status: 'published', reports: 1 })], [item('a', { status: 'published' })]);
    expect(news(told, 'a')).toBeNull();
  });
});

test('what is done here changes what is shown', () => {
  expect(of(amended(three, 'b', { pinned: true }), 'b').pinned).toBe(true);
});

describe('a long queue', () => {
  test('as many are chosen one by one as can be decided at once', () => {
    const one = (number: number) => `id-${number}`;
    const chosen = Array.from({ length: mostAtOnce + 1 }, (_, number) => one(number)).reduce(choosing, three).chosen;
    expect(chosen.size).toBe(mostAtOnce);
    expect(chosen.has(one(mostAtOnce))).toBe(false);
  });

  test('shows more until that is too much at once, and then goes on behind it', () => {
    const first = renewed(
      nothingTold('held', { reason: 'links' }),
      { ...told, items: [], asked: [], next: 'x' },
      [],
      1,
    );
    expect(goingOn(first)).toMatchObject({ limit: 100, after: null, filters: { reason: 'links' } });
    const full = { ...first, limit: 500 };
    expect(goingOn(full)).toMatchObject({ limit: 50, after: 'x', told: null, filters: { reason: 'links' } });
  });

  test('is narrowed, and widened again', () => {
    const narrow = narrowed(nothingTold('held', { article: 'story' }), { reason: 'links' });
    expect(narrow.filters).toEqual({ article: 'story', reason: 'links' });
    expect(narrowed(narrow, { article: undefined }, 'recent')).toMatchObject({
      view: 'recent',
      filters: { reason: 'links' },
    });
  });

  test('is chosen as it is shown, as many as are decided at once, and let go again', () => {
    const all = choosingAll(three);
    expect([...all.chosen]).toEqual(['a', 'b', 'c']);
    expect(choosingAll(all).chosen.size).toBe(0);
    const many = Array.from({ length: 101 }, (_, place) => item(String(place)));
    expect(choosingAll(tell(nothingTold('held'), many)).chosen.size).toBe(100);
  });
});
