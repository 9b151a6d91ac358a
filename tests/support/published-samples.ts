import type { Article } from '../../shared/src/article.ts';
import type { PublishedComment } from '../../shared/src/comment.ts';
import type { Media } from '../../shared/src/media.ts';
import type { Person } from '../../shared/src/person.ts';
import type { Place } from '../../shared/src/place.ts';
import type { Settings } from '../../shared/src/settings.ts';
import type { Topic } from '../../shared/src/topic.ts';

/** A UUID that a number stands for, so that a test names its documents by number. */
export const idOf = (family: number, number: number) =>
  `0197${family.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const somePerson = (number: number, more: Partial<Person> = {}): Person => ({
  id: idOf(1, number),
  slug: `person-${number}`,
  formerSlugs: [],
  name: `Person ${number}`,
  honorific: null,
  aliases: [],
  photo: null,
  biography: `The life of person ${number}.`,
  roles: [{ title: 'Governor', organisation: 'County', from: '2022-08-09', to: null }],
  ...more,
});

export const somePlace = (number: number, more: Partial<Place> = {}): Place => ({
  id: idOf(2, number),
  slug: `place-${number}`,
  formerSlugs: [],
  name: `Place ${number}`,
  kind: 'county',
  parent: null,
  aliases: [],
  description: '',
  ...more,
});

export const someTopic = (number: number, more: Partial<Topic> = {}): Topic => ({
  id: idOf(3, number),
  slug: `topic-${number}`,
  formerSlugs: [],
  name: `Topic ${number}`,
  description: '',
  ...more,
});

export const someMedia = (number: number, more: Partial<Media> = {}): Media => ({
  id: idOf(4, number),
  alt: `Drawing ${number}`,
  caption: '',
  credit: 'Drawn for the test',
  sizes: [
    { name: 'small', width: 480, height: 320, mime: 'image/webp' },
    { name: 'large', width: 1600, height: 1067, mime: 'image/webp' },
  ],
  revision: '1',
  ...more,
});

const mention = (kind: 'person' | 'place', ref: string) =>
  `<dl-mention kind="${kind}" ref="${ref}">somebody</dl-mention>`;

/** An article whose body mentions whom and what `mentions` says. Numbers order them in time, an hour apart. */
export function someArticle(number: number, more: Partial<Article> = {}): Article {
  const publishedAt = new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString();
  const mentions = more.mentions ?? { people: [idOf(1, 1)], places: [idOf(2, 1)], media: [] };
  const marks = [
    ...mentions.people.map((ref) => mention('person', ref)),
    ...mentions.places.map((ref) => mention('place', ref)),
  ];
  return {
    id: idOf(5, number),
    slug: `article-${number}`,
    formerSlugs: [],
    headline: `Headline ${number}`,
    standfirst: `What article ${number} is about.`,
    kindOfWork: 'news',
    language: 'en',
    dateline: { place: mentions.places[0] ?? null, date: publishedAt.slice(0, 10) },
    publishedAt,
    modifiedAt: publishedAt,
    authors: [idOf(1, 1)],
    topics: [idOf(3, 1)],
    leadImage: null,
    bodyHtml: `<p>It was so: ${marks.join(' and ')} met.</p>`,
    words: 8,
    mentions,
    corrections: [],
    comments: 'open',
    commentsCloseAfterDays: null,
    ...more,
  };
}

export const someComment = (
  number: number,
  article: string,
  more: Partial<PublishedComment> = {},
): PublishedComment => {
  const at = more.at ?? new Date(Date.UTC(2026, 5, 1) + number * 60_000).toISOString();
  return {
    id: idOf(6, number),
    article,
    parent: null,
    root: null,
    author: `Reader ${number}`,
    html: `<p>Comment ${number}</p>`,
    at,
    written: at,
    edited: null,
    removed: false,
    waiting: false,
    recommendations: 0,
    pinned: false,
    pick: false,
    staff: false,
    person: null,
    ...more,
  };
};

export const someSettings = (more: Partial<Settings> = {}): Settings => ({
  name: 'The Test Courier',
  tagline: 'All that is fit to test',
  language: 'en',
  languages: ['en'],
  timeZone: 'Africa/Nairobi',
  contactEmail: 'desk@courier.example',
  policies: [{ title: 'Corrections', text: 'We correct what is wrong.' }],
  commentRules: 'Be kind.',
  threads: { closed: false, closeAfterDays: 0 },
  sample: true,
  ...more,
});
