import fc from 'fast-check';
import type { Article } from '../../shared/src/article.ts';
import type { Person } from '../../shared/src/person.ts';
import type { Place } from '../../shared/src/place.ts';
import { settingsId } from '../../shared/src/settings.ts';
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
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('remove' as const),
      kind: fc.constantFrom(
        'article' as const,
        'person' as const,
        'place' as const,
        'topic' as const,
        'comment' as const,
      ),
      n: few,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), variant }) },
  { weight: 1, arbitrary: fc.constant({ do: 'renumber' as const }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const families = { person: 1, place: 2, topic: 3, image: 4, article: 5, comment: 6 } as const;

/** Carries steps out on a feed as the CMS would: a slug that changes becomes a former one, and no two documents share one. */
export function newsroomOn(feed: FeedModel) {
  const slugs = new Map<string, { slug: string; formerSlugs: string[]; live: boolean }>();

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
    article({ n, variant, people, place, days, corrected }: Extract<Step, { do: 'article' }>) {
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
        corrections: corrected ? [{ at: '2026-05-01T00:00:00.000Z', text: `Corrected in version ${variant}.` }] : [],
      };
      feed.put('article', id, someArticle(days * 24, more));
    },
    person({ n, variant }: { n: number; variant: number }) {
      const id = idOf(families.person, n);
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
    remove({ kind, n }: Extract<Step, { do: 'remove' }>) {
      const id = idOf(families[kind], n);
      const known = slugs.get(`${kind}:${id}`);
      if (kind !== 'comment' && !known?.live) return;
      if (known) known.live = false;
      feed.remove(kind, id);
    },
    settings: ({ variant }: { variant: number }) =>
      feed.put('settings', settingsId, someSettings({ name: `The Courier ${variant}` })),
    renumber: () => feed.renumber(),
  };
  return (step: Step) => (acts[step.do] as (step: Step) => void)(step);
}
