import fc from 'fast-check';
import { vi } from 'vitest';
import { runDueSchedules } from '../../cms/src/schedule/run-due.ts';
import { bodyOf, mention, words, type Desk } from '../integration/desk.ts';
import { scheduling, soon } from '../integration/scheduling.ts';
import { query } from './database.ts';
import type { Newsroom } from './keep-site.ts';

const few = fc.nat({ max: 2 });
const editorial = fc.constantFrom('articles' as const, 'people' as const, 'places' as const, 'topics' as const);
const one = <Name extends string>(name: Name) => fc.record({ do: fc.constant(name), of: editorial, n: few });

/** One thing that somebody does at the desk. Numbers name documents, of each script its own. */
export const deskStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      n: few,
      people: fc.subarray([0, 1, 2]),
      place: few,
      version: few,
      isPublished: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('name' as const),
      of: fc.constantFrom('people' as const, 'places' as const, 'topics' as const),
      n: few,
      version: few,
      isMoved: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('put within' as const), n: few, parent: few, isPublished: fc.boolean() }),
  },
  { weight: 2, arbitrary: one('publish') },
  { weight: 2, arbitrary: one('unpublish') },
  { weight: 2, arbitrary: one('trash') },
  { weight: 2, arbitrary: one('restore') },
  { weight: 1, arbitrary: one('delete') },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('comment' as const), n: few, article: few }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      n: few,
      status: fc.constantFrom('published' as const, 'removed' as const, 'refused' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('schedule' as const),
      n: few,
      action: fc.constantFrom('publish' as const, 'unpublish' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('time passes' as const), n: few }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), n: few, into: few }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo merge' as const), n: few }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('mark' as const),
      of: fc.constantFrom('people' as const, 'places' as const),
      n: few,
      rule: fc.constantFrom('closed' as const, 'closed' as const, 'held' as const),
      isOver: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lift' as const), n: few }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), version: few }) },
);
export type DeskStep = typeof deskStep extends fc.Arbitrary<infer T> ? T : never;
type Of<Name extends DeskStep['do']> = Extract<DeskStep, { do: Name }>;

/** Whether the builder has told of the last change. */
const told = `select coalesce((select position from receipts order by id desc limit 1), 0) >= max(position)
  and bool_and(position is not null) as "isThere" from outbox`;

/** What the desk refuses is part of a script: nothing of it may reach the site. */
const isRefusal = (error: unknown) =>
  error instanceof Error && /^(ValidationError|APIError|NotFound)$/.test(error.name);

/**
 * Carries steps out at the desk, by Payload's Local API with its real hooks.
 * @param script Sets its documents' names apart from those of other scripts.
 */
export function newsroomAt(desk: Desk, script: string): Newsroom<DeskStep> {
  const schedules = scheduling(desk);
  const ids = new Map<string, string>();
  const idOf = (of: string, n: number) => ids.get(`${of} ${n}`);
  const idsOf = (of: string, numbers: number[]) => numbers.flatMap((n) => idOf(of, n) ?? []);
  const save = async (of: string, n: number, data: object) => {
    const id = idOf(of, n);
    if (id) await desk.update(of, id, data);
    else ids.set(`${of} ${n}`, (await desk.create(of, data)).id);
  };
  const change = async (of: string, n: number, data: object, options?: object) => {
    const id = idOf(of, n);
    if (id) await desk.update(of, id, data, options);
  };
  const status = (isPublished: boolean) => ({ _status: isPublished ? 'published' : 'draft' });

  const acts = {
    write({ n, people, place, version, isPublished }: Of<'write'>) {
      const mentioned = people.flatMap((person) => {
        const id = idOf('people', person);
        return id ? [mention('person', id, `person ${person}`)] : [];
      });
      const from = idOf('places', place);
      const there = idsOf('places', [version]).map((id) => mention('place', id, `place ${version}`));
      return save('articles', n, {
        ...desk.story({
          headline: `Story ${n} of ${script}, version ${version}`,
          body: bodyOf(words(`It was so, in version ${version}: `), ...mentioned, ...there),
          dateline: { date: '2026-02-04', ...(from && { place: from }) },
          topics: idsOf('topics', [version]),
        }),
        ...status(isPublished),
      });
    },
    name({ of, n, version, isMoved }: Of<'name'>) {
      const name = `${of} ${n} of ${script} called ${version}`;
      const kind = of === 'places' ? { kind: 'county' } : {};
      return save(of, n, { name, ...kind, ...(isMoved && { slug: name }), _status: 'published' });
    },
    'put within': ({ n, parent, isPublished }: Of<'put within'>) =>
      change(
        'places',
        n,
        { parent: (parent < n && idOf('places', parent)) || null, ...status(isPublished) },
        { draft: !isPublished },
      ),
    publish: ({ of, n }: Of<'publish'>) => change(of, n, status(true)),
    unpublish: ({ of, n }: Of<'unpublish'>) => change(of, n, status(false)),
    trash: ({ of, n }: Of<'trash'>) => change(of, n, { deletedAt: new Date().toISOString() }),
    restore: ({ of, n }: Of<'restore'>) => change(of, n, { deletedAt: null }, { trash: true }),
    async delete({ of, n }: Of<'delete'>) {
      const id = idOf(of, n);
      if (!id) return;
      await desk.payload.delete({ collection: of, id, trash: true });
      ids.delete(`${of} ${n}`);
    },
    async comment({ n, article }: Of<'comment'>) {
      const about = idOf('articles', article);
      if (!about || idOf('comments', n)) return;
      const comment = { body: `What ${script} thinks, ${n}.`, authorName: `Reader ${n}`, article: about };
      ids.set(`comments ${n}`, (await desk.create('comments', { ...comment, status: 'held' })).id);
    },
    decide: ({ n, status: decided }: Of<'decide'>) => change('comments', n, { status: decided }),
    async schedule({ n, action }: Of<'schedule'>) {
      const id = idOf('articles', n);
      if (id) await schedules.make(id, action, soon());
    },
    async 'time passes'({ n }: Of<'time passes'>) {
      const id = idOf('articles', n);
      if (id) await schedules.fallDue(id);
      await runDueSchedules(desk.payload);
    },
    async merge({ n, into }: Of<'merge'>) {
      const [from, to] = [idOf('people', n), idOf('people', into)];
      if (from && to) await desk.as('editor', 'POST', `/newsroom/people/${from}/merge`, { into: to });
    },
    async 'undo merge'({ n }: Of<'undo merge'>) {
      const id = idOf('people', n);
      if (id) await desk.as('editor', 'DELETE', `/newsroom/people/${id}/merge`);
    },
    /** A mark goes from one to another as often as it is made. */
    async mark({ of, n, rule, isOver }: Of<'mark'>) {
      const value = idOf(of, n);
      const until = isOver ? '2026-02-04T09:00:00.000Z' : null;
      if (value) await save('sensitive-subjects', n, { subject: { relationTo: of, value }, rule, until });
    },
    async lift({ n }: Of<'lift'>) {
      const id = idOf('sensitive-subjects', n);
      if (id) await desk.payload.delete({ collection: 'sensitive-subjects', id });
      ids.delete(`sensitive-subjects ${n}`);
    },
    settings: ({ version }: Of<'settings'>) =>
      desk.payload.updateGlobal({ slug: 'newsroom-settings', data: { name: `The Courier ${version}` } }),
  };
  return {
    async act(step) {
      try {
        await (acts[step.do] as (step: DeskStep) => Promise<unknown>)(step);
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    },
    delivered: () =>
      vi.waitUntil(
        async () => {
          const [row] = await query<{ isThere: boolean }>(desk.database, told);
          return row?.isThere;
        },
        { interval: 20, timeout: 60_000 },
      ),
  };
}
