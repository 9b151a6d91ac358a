import type { Article } from '@dateline/shared/article';
import type { PublishedComment } from '@dateline/shared/comment';
import type { Person } from '@dateline/shared/person';
import type { Place } from '@dateline/shared/place';
import type { Settings } from '@dateline/shared/settings';
import type { Topic } from '@dateline/shared/topic';

/** An image as a page shows it: files of the site itself, the narrowest first. */
export interface Picture {
  alt: string;
  caption: string;
  credit: string;
  sizes: { src: string; width: number; height: number; mime: string }[];
}

/**
 * All that a page may ask the snapshot. Every question is recorded as a dependency of the page that asks,
 * so nothing reaches a page by another way. Lists are newest first, by first publication and then id.
 */
export interface Questions {
  settings(): Settings;
  article(id: string): Article | undefined;
  articleAt(slug: string): Article | undefined;
  person(id: string): Person | undefined;
  personAt(slug: string): Person | undefined;
  place(id: string): Place | undefined;
  placeAt(slug: string): Place | undefined;
  topic(id: string): Topic | undefined;
  topicAt(slug: string): Topic | undefined;
  picture(media: string): Picture | undefined;
  /** @param before Only what stands behind this article in the list: no newer one can touch the page then. */
  latest(limit: number, before?: Article): Article[];
  articlesBy(person: string, limit: number, before?: Article): Article[];
  articlesAbout(kind: 'person' | 'place' | 'topic', id: string, limit: number, before?: Article): Article[];
  /** Articles with a correction, the latest corrected first. */
  corrected(limit: number): Article[];
  /** The months of first publication, `2026-02`, newest first. */
  months(): string[];
  articlesIn(month: string): Article[];
  placesWithin(parent: string): Place[];
  /** The newest comments of an article, newest first, and how many there are that were not removed. */
  thread(article: string, limit: number): { count: number; comments: PublishedComment[] };
  /** For the sitemap and for static paths: every published page's slug, by slug. */
  everyArticle(): Iterable<{ slug: string; publishedAt: string; modifiedAt: string }>;
  everyPerson(): Iterable<{ slug: string }>;
  everyPlace(): Iterable<{ slug: string }>;
  everyTopic(): Iterable<{ slug: string }>;
}
