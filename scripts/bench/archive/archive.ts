import type { Article } from '@dateline/shared/article';
import type { PublishedComment } from '@dateline/shared/comment';
import type { Kind, Shape } from '@dateline/shared/feed';
import type { Person } from '@dateline/shared/person';
import { settingsId, type Settings } from '@dateline/shared/settings';
import { instantsOf } from './months.ts';
import { star } from './people.ts';
import { storyOf } from './stories.ts';
import { commentOf, threadOf } from './threads.ts';
import { worldOf, type World } from './world.ts';

/** A published document, in the shape of the contract. */
export type Published = { [K in Kind]: { kind: K; id: string; at: string; data: Shape<K> } }[Kind];

export interface Archive {
  /** How many articles it has. */
  size: number;
  /** All of it, what is referred to before what refers to it, the oldest articles first; made as it is asked for. */
  documents: () => Generator<Published>;
  /** Whom and what its stories are about. */
  world: World;
  /** The person who is in every twentieth story. */
  star: Person;
  /** A story that the archive does not have yet, from 1 on, each newer than the one before. */
  fresh: (number: number) => Article;
  /** The newest stories that it has; 0 is the newest. */
  newest: (age: number) => Article;
  /** A comment that it does not have yet. */
  reply: (number: number, article: string) => PublishedComment;
}

export interface ArchiveOptions {
  size: number;
  /** The same seed and end give the same archive. */
  seed: number;
  /** When it ends. The stories that are published while we measure come after that. */
  until: Date;
}

const settings: Settings = {
  name: 'The Bench Courier',
  tagline: 'An archive that was made up to be measured',
  language: 'en',
  languages: ['en'],
  timeZone: 'Africa/Nairobi',
  contactEmail: 'desk@courier.example',
  policies: [{ title: 'Corrections', text: 'What is wrong is corrected, and said to have been.' }],
  commentRules: 'Be kind.',
  threads: { closed: false, closeAfterDays: 0 },
  sample: false,
};

/**
 * An archive of made-up stories. A larger one differs from a smaller one in its past alone: both end with the same stories,
 * and have the same people, places and topics.
 */
export function archiveOf({ size, seed, until }: ArchiveOptions): Archive {
  const world = worldOf(seed);
  const instants = [...instantsOf(size, until)];
  const atAge = (age: number) => new Date(instants[size - 1 - age] ?? Number.NaN).toISOString();
  const newest = (age: number) => storyOf(world, age, atAge(age));
  const beginning = new Date(instants[0] ?? until).toISOString();
  const standing = <K extends Kind>(kind: K, data: Shape<K> & { id: string }) =>
    ({ kind, id: data.id, at: beginning, data }) as Published;

  function* documents(): Generator<Published> {
    yield { kind: 'settings', id: settingsId, at: beginning, data: settings };
    for (const topic of world.topics) yield standing('topic', topic);
    for (const place of world.places) yield standing('place', place);
    for (const person of world.people) yield standing('person', person);
    for (let age = size - 1; age >= 0; age--) {
      const article = newest(age);
      yield { kind: 'article', id: article.id, at: article.publishedAt, data: article };
      for (const comment of threadOf(world, age, article.id, Date.parse(article.publishedAt)))
        yield { kind: 'comment', id: comment.id, at: comment.at, data: comment };
    }
  }

  return {
    size,
    world,
    documents,
    star: world.people[star]!,
    fresh: (number) => storyOf(world, -number, new Date(until.getTime() + number * 1_000).toISOString()),
    newest,
    reply: (number, article) =>
      commentOf(world, 1_000_000_000 + number, article, new Date(until.getTime() + number * 1_000).toISOString()),
  };
}
