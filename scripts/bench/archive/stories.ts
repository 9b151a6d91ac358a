import { kindsOfWork, type Article } from '@dateline/shared/article';
import type { Random } from '../../sample/drawings/random.ts';
import { below, distinct, idOf, randomOf, rankOf } from './numbers.ts';
import { authorCount, peopleCount, star } from './people.ts';
import { placeAtRank, placeCount, topicCount } from './places.ts';
import type { World } from './world.ts';

/** Who is in a story and where it plays: ten links in all. */
interface Cast {
  people: number[];
  places: number[];
  topics: number[];
  author: number;
}

const peoplePerStory = 6;
const placesPerStory = 4;
const starEvery = 20;
const paragraphs = 18;
const sentencesPerParagraph = 3;

/** Of the archive: skewed as news is, a few people and places in very many stories and most in few. */
function archivedCast(random: Random, age: number): Cast {
  const others = peopleCount - authorCount - 1;
  const rest = (wanted: number) => distinct(wanted, () => star + 1 + rankOf(random, others, 25));
  return {
    people: age % starEvery === 0 ? [star, ...rest(peoplePerStory - 1)] : rest(peoplePerStory),
    places: distinct(placesPerStory, () => placeAtRank(rankOf(random, placeCount, 10))),
    topics: distinct(1 + below(random, 2), () => Math.floor(topicCount * random() ** 1.5)),
    author: peopleCount - authorCount + Math.floor(authorCount * random() ** 2),
  };
}

/*
 * A story that is published while we measure names only whom the archive of any size knows well, so that each of its pages
 * is full in all of them, and the work is the same.
 */
function knownCast(random: Random): Cast {
  return {
    people: distinct(peoplePerStory, () => 1 + below(random, 8)),
    places: distinct(placesPerStory, () => placeAtRank(below(random, 8))),
    topics: distinct(2, () => below(random, 6)),
    author: peopleCount - authorCount + below(random, 4),
  };
}

const mention = (kind: 'person' | 'place', number: number, text: string) =>
  `<dl-mention kind="${kind}" ref="${idOf(kind, number)}">${text}</dl-mention>`;

function bodyOf(random: Random, { words, people, places }: World, cast: Cast): string {
  const marks = [
    ...cast.people.map((number) => mention('person', number, people[number]!.name)),
    ...cast.places.map((number) => mention('place', number, places[number]!.name)),
  ];
  const parts: string[] = [];
  for (let index = 0; index < paragraphs; index++) {
    if (index === 7 || index === 13) parts.push(`<h2>What the ${words.phrase(random)}</h2>`);
    const sentences = Array.from({ length: sentencesPerParagraph }, () => words.sentence(random));
    const marked = marks[Math.floor((index * marks.length) / paragraphs)];
    const isFirst =
      Math.floor(((index - 1) * marks.length) / paragraphs) !== Math.floor((index * marks.length) / paragraphs);
    if (marked && isFirst) sentences.splice(1, 0, `All of them named ${marked} more than once.`);
    parts.push(`<p>${sentences.join(' ')}</p>`);
  }
  return parts.join('');
}

/**
 * A story by its age: 0 is the newest of the archive, and so on into the past; -1, -2 and so on are published after it. What
 * is in it follows from age and seed, not from how large the archive is.
 */
export function storyOf(world: World, age: number, publishedAt: string): Article {
  const { seed, words } = world;
  const number = age < 0 ? 1_000_000_000 - age : age;
  const random = randomOf(seed, 'article', age);
  const cast = age < 0 ? knownCast(random) : archivedCast(random, age);
  const bodyHtml = bodyOf(random, world, cast);
  const headline = words.phrase(random);
  return {
    id: idOf('article', number),
    slug: `${headline.replaceAll(' ', '-')}-${number}`,
    formerSlugs: [],
    headline: `${headline.charAt(0).toUpperCase()}${headline.slice(1)}, part ${number}`,
    standfirst: words.sentence(random),
    kindOfWork: random() < 0.8 ? 'news' : kindsOfWork[below(random, 3)]!,
    language: 'en',
    dateline: { place: idOf('place', cast.places[0]!), date: publishedAt.slice(0, 10) },
    publishedAt,
    modifiedAt: publishedAt,
    authors: [idOf('person', cast.author)],
    topics: cast.topics.map((topic) => idOf('topic', topic)),
    leadImage: null,
    bodyHtml,
    words: bodyHtml
      .replaceAll(/<[^>]*>/g, ' ')
      .split(/\s+/)
      .filter(Boolean).length,
    mentions: {
      people: cast.people.map((person) => idOf('person', person)),
      places: cast.places.map((place) => idOf('place', place)),
      media: [],
    },
    corrections: age > 0 && age % 150 === 7 ? [{ at: publishedAt, text: words.sentence(random) }] : [],
    comments: 'open',
    commentsCloseAfterDays: null,
  };
}
