import fc from 'fast-check';
import type { Article } from '../../shared/src/article.ts';
import type { Person } from '../../shared/src/person.ts';
import type { Place } from '../../shared/src/place.ts';
import { settingsId } from '../../shared/src/settings.ts';
import type { TestClock } from './clock.ts';
import type { FeedModel } from './feed-model.ts';
import {
  idOf,
  someArticle,
  someComment,
  someMedia,
  somePerson,
  somePlace,
  someSettings,
  someTopic,
} from './published-samples.ts';

const few = fc.nat({ max: 4 });
const variant = fc.nat({ max: 3 });
const hours = fc.integer({ min: 1, max: 30 });
const removable = fc.constantFrom(
  'article' as const,
  'person' as const,
  'place' as const,
  'topic' as const,
  'comment' as const,
);

/** When a script begins: what it publishes is news, or was, or will be. */
export const dawn = '2026-02-20T05:30:00.000Z';

/** One thing that a newsroom may do. Numbers name documents, variants what is written in them. */
export const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('article' as const),
      n: few,
      variant,
      people: fc.subarray([0, 1, 2, 3, 4]),
      place: few,
      days: fc.nat({ max: 60 }),
      corrected: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('person' as const), n: few, variant }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('place' as const), n: few, variant, parent: fc.option(few) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('topic' as const), n: few, variant }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('image' as const), n: few, variant }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('comment' as const), n: few, article: few, removed: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('discussion' as const), article: few, part: few }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('remove' as const), kind: removable, n: few }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), kind: removable, n: few }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('schedule' as const), n: few, variant, hours }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('time passes' as const), hours }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), n: few, into: few }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      kind: fc.constantFrom('person' as const, 'place' as const),
      n: few,
      until: fc.option(hours),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      kind: fc.constantFrom('person' as const, 'place' as const),
      n: few,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), variant }) },
  { weight: 1, arbitrary: fc.constant({ do: 'renumber' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'backUp' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restore backup' as const }) },
);

/** The same, with a line to the newsroom that breaks off and answers that end in the middle. */
export const troubledStep = fc.oneof(
  { weight: 20, arbitrary: step },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut off' as const), after: fc.nat({ max: 3_000 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'drop' as const }) },
);
type Step = typeof troubledStep extends fc.Arbitrary<infer T> ? T : never;

const families = { person: 1, place: 2, topic: 3, image: 4, article: 5, comment: 6 } as const;

/**
 * Carries steps out on a feed as the CMS would: a slug that changes becomes a former one, no two documents share one, and nobody is
 * merged in a circle. Publishing somebody who was merged undoes the merge.
 * @param clock Goes on with the script; without one, time passes for the newsroom alone.
 */
export function newsroomOn(feed: FeedModel, clock?: TestClock) {
  let now = Date.parse(dawn);
  /** What is to be published later, and when. */
  let scheduled: { at: number; n: number; variant: number }[] = [];
  let merged = new Map<string, string>();
  let slugs = new Map<string, { slug: string; formerSlugs: string[]; live: boolean }>();
  const kept = () => structuredClone({ merged, slugs });
  let backup = kept();

  function slugFor(kind: string, id: string, wanted: string) {
    const taken = [...slugs].some(
      ([key, other]) => key !== `${kind}:${id}` && key.startsWith(kind) && other.live && other.slug === wanted,
    );
    const before = slugs.get(`${kind}:${id}`);
    const slug = taken ? `${wanted}-${id.slice(-1)}` : wanted;
    const formerSlugs = [...new Set([...(before?.formerSlugs ?? []), ...(before ? [before.slug] : [])])].filter(
      (former) => former !== slug,
    );
    slugs.set(`${kind}:${id}`, { slug, formerSlugs, live: true });
    return { slug, formerSlugs };
  }
  // The third variant is one that several documents want.
  const wanted = (kind: string, n: number, variant: number) =>
    variant === 3 ? `${kind}-shared` : `${kind}-${n}-${variant >> 1}`;

  const acts = {
    article({ n, variant, people, place, days, corrected }: Omit<Extract<Step, { do: 'article' }>, 'do'>) {
      const id = idOf(families.article, n);
      const more: Partial<Article> = {
        id,
        ...slugFor('article', id, wanted('article', n, variant)),
        headline: `Headline ${n} in version ${variant}`,
        mentions: {
          people: people.map((person) => idOf(families.person, person)),
          places: [idOf(families.place, place)],
          media: [],
        },
        authors: [idOf(families.person, n)],
        topics: [idOf(families.topic, place % 2)],
        leadImage: idOf(families.image, n),
        commentsCloseAfterDays: variant === 1 ? 50 : null,
        corrections: corrected ? [{ at: '2026-05-01T00:00:00.000Z', text: `Corrected in version ${variant}.` }] : [],
      };
      feed.put('article', id, someArticle(days * 24, more));
    },
    person({ n, variant }: { n: number; variant: number }) {
      const id = idOf(families.person, n);
      merged.delete(id);
      const more: Partial<Person> = {
        ...slugFor('person', id, wanted('person', n, variant)),
        name: `Person ${n} called ${variant}`,
      };
      feed.put('person', id, somePerson(n, more));
    },
    place({ n, variant, parent }: { n: number; variant: number; parent: number | null }) {
      const id = idOf(families.place, n);
      const more: Partial<Place> = {
        ...slugFor('place', id, wanted('place', n, variant)),
        name: `Place ${n} called ${variant}`,
        parent: parent === null || parent >= n ? null : idOf(families.place, parent),
      };
      feed.put('place', id, somePlace(n, more));
    },
    topic({ n, variant }: { n: number; variant: number }) {
      const id = idOf(families.topic, n);
      feed.put(
        'topic',
        id,
        someTopic(n, { ...slugFor('topic', id, wanted('topic', n, variant)), name: `Topic ${n} called ${variant}` }),
      );
    },
    image({ n, variant }: { n: number; variant: number }) {
      const media = someMedia(n, { revision: String(variant), alt: `Drawing ${n} in version ${variant}` });
      for (const { name } of media.sizes)
        feed.bytes.set(`/feed/media/${media.id}/${name}`, Buffer.from(`${n} ${variant} ${name}`));
      feed.put('media', media.id, media);
    },
    comment({ n, article, removed }: { n: number; article: number; removed: boolean }) {
      const comment = someComment(n, idOf(families.article, article), removed ? { removed, author: '', html: '' } : {});
      feed.put('comment', comment.id, comment);
    },
    /** So many comments at once that threads are cut into pages, and so many replies that a conversation is. */
    discussion({ article, part }: { article: number; part: number }) {
      const root = idOf(families.comment, 0);
      const isReplies = part === 4;
      const size = isReplies ? 54 : 35;
      for (let n = 100 * (part + 1); n < 100 * (part + 1) + size; n++) {
        const more = isReplies ? { parent: root, root } : {};
        const comment = someComment(n, idOf(families.article, article), more);
        feed.put('comment', comment.id, comment);
      }
    },
    remove({ kind, n }: Extract<Step, { do: 'remove' }>) {
      const id = idOf(families[kind], n);
      const known = slugs.get(`${kind}:${id}`);
      if (kind !== 'comment' && !known?.live && !merged.delete(id)) return;
      if (known) known.live = false;
      feed.remove(kind, id);
    },
    restore({ kind, n }: Extract<Step, { do: 'restore' }>) {
      const before = feed.lastPut(kind, idOf(families[kind], n));
      if (!before || !feed.isRemoved(kind, before.id)) return;
      const { id } = before;
      const data = 'slug' in before.data ? { ...before.data, ...slugFor(kind, id, before.data.slug) } : before.data;
      feed.put(kind, id, data as never);
    },
    schedule: ({ n, variant, hours }: Extract<Step, { do: 'schedule' }>) =>
      void scheduled.push({ at: now + hours * 3_600_000, n, variant }),
    'time passes'({ hours }: { hours: number }) {
      now += hours * 3_600_000;
      clock?.set(new Date(now).toISOString());
      const due = scheduled.filter(({ at }) => at <= now);
      scheduled = scheduled.filter(({ at }) => at > now);
      for (const { at, n, variant } of due) {
        const days = (at - Date.UTC(2026, 0, 1)) / 86_400_000;
        acts.article({ n, variant, people: [n], place: n, days, corrected: false });
      }
      feed.nudge();
    },
    'cut off': ({ after }: { after: number }) => feed.cutNext(after),
    drop: () => feed.drop(),
    merge({ n, into }: { n: number; into: number }) {
      const [id, successor] = [idOf(families.person, n), idOf(families.person, into)];
      const known = slugs.get(`person:${id}`);
      if (merged.has(id) || (!merged.has(successor) && !slugs.get(`person:${successor}`)?.live)) return;
      for (let next: string | undefined = successor; next; next = merged.get(next)) if (next === id) return;
      if (known) known.live = false;
      merged.set(id, successor);
      feed.remove('person', id, successor);
    },
    close({ kind, n, until }: Extract<Step, { do: 'close' }>) {
      const id = idOf(families[kind], n);
      feed.put('closure', id, { id, until: until === null ? null : new Date(now + until * 3_600_000).toISOString() });
    },
    open({ kind, n }: Extract<Step, { do: 'open' }>) {
      const id = idOf(families[kind], n);
      if (feed.lastPut('closure', id) && !feed.isRemoved('closure', id)) feed.remove('closure', id);
    },
    settings: ({ variant }: { variant: number }) =>
      feed.put(
        'settings',
        settingsId,
        someSettings({
          name: `The Courier ${variant}`,
          threads: { closed: variant === 3, closeAfterDays: variant === 2 ? 1 : 0 },
        }),
      ),
    renumber: () => feed.renumber(),
    backUp() {
      backup = kept();
      feed.backUp();
    },
    'restore backup'() {
      ({ merged, slugs } = structuredClone(backup));
      feed.restore();
    },
  };
  return (step: Step) => (acts[step.do] as (step: Step) => void)(step);
}
