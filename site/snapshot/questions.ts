import type { Article } from '@dateline/shared/article';
import type { PublishedComment } from '@dateline/shared/comment';
import type { Person } from '@dateline/shared/person';
import type { Place } from '@dateline/shared/place';
import type { Settings } from '@dateline/shared/settings';
import type { Topic } from '@dateline/shared/topic';
import type { NewsItem } from './news.ts';

/** An image as a page shows it: files of the site itself, the narrowest first. */
export interface Picture {
  alt: string;
  caption: string;
  credit: string;
  sizes: { src: string; width: number; height: number; mime: string }[];
}

/** How many articles stand on a full page of a month. */
export const monthPageSize = 50;

/** How many pages a month's articles fill: one at least. */
export const pagesOfMonth = (articles: number) => Math.max(1, Math.ceil(articles / monthPageSize));

/** A comment of the first level, with its first replies in the order in which they came. */
export interface Conversation {
  comment: PublishedComment;
  replies: Reply[];
  /** Where the rest of them goes on; undefined where these are all. */
  more: string | undefined;
}

/** A reply. `answered` is the reply that it answers, with its address; null where it answers the comment that it stands under. */
export interface Reply {
  comment: PublishedComment;
  answered: { comment: PublishedComment; address: string } | null;
}

/** A page of a thread, its newest conversation first. */
export interface ThreadPage {
  conversations: Conversation[];
  page: number;
  /** The page with what is older. */
  older: number | undefined;
  /** The page with what is newer; undefined where that stands under the article, or nothing is. */
  newer: number | undefined;
}

/** A page of the replies to a comment, in the order in which they came. */
export interface ConversationPage {
  comment: PublishedComment;
  /** Where the comment itself stands. */
  address: string;
  replies: Reply[];
  page: number;
  /** Undefined where the earlier replies stand in the thread. */
  earlier: number | undefined;
  later: number | undefined;
}

/** As much of an article as the pages of its thread show. */
export interface Story {
  id: string;
  slug: string;
  headline: string;
  language: string;
  /** Whether nobody may comment any more. */
  closed: boolean;
  authors: string[];
  /** When it was corrected last; null where it never was. */
  correctedAt: string | null;
}

/** A page of a month's articles. */
interface MonthPage {
  articles: Article[];
  page: number;
  /** Whether the page is the month's last, at the month's own address. */
  isLast: boolean;
  /** Whether the page behind this one is the last. */
  isNextLast: boolean;
}

/**
 * All that a page may ask the snapshot. Every question is recorded as a dependency of the page that asks,
 * so nothing reaches a page by another way. Lists are newest first, by first publication and then id.
 */
export interface Questions {
  settings(): Settings;
  /** The newsroom's day, `2026-02-04`, in its time zone. */
  today(): string;
  /** Whether nobody may comment any more: the settings, the article, its age, or whom it mentions. */
  isClosed(article: Article): boolean;
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
  /**
   * A page of a month, cut from the oldest so that a new article touches the last alone; newest first.
   * @param page From 1, the oldest; without one, the last, which is not full yet.
   */
  articlesIn(month: string, page?: number): MonthPage;
  /** For the sitemap: the month's articles, the oldest first. */
  entriesIn(month: string): { slug: string; modifiedAt: string }[];
  /** For the sitemap: the shards of people, places and topics that have any. */
  shards(): string[];
  /** For the sitemap: who and what stands in a shard, by kind and slug. */
  subjectsIn(shard: string): { kind: 'person' | 'place' | 'topic'; slug: string }[];
  /**
   * What counts as news now, the newest first.
   * @param file From 1, the newest: one holds so many.
   */
  news(file?: number): NewsItem[];
  /** Into how many numbered files what is news now has to be cut: none where one holds all. */
  newsFiles(): number;
  placesWithin(parent: string): Place[];
  /** An article, for the pages of its thread. They stay as they are where something else of it changes. */
  story(id: string): Story | undefined;
  /** Whose comments under a story are its authors': of those that are published, each with whoever was merged into them. */
  authorsOf(story: Pick<Story, 'authors'>): string[];
  /** How many comments an article has that were not removed. */
  commentCount(article: string): number;
  /** The comment that the newsroom has pinned above the thread, and where it stands in it. */
  pinned(article: string): { comment: PublishedComment; address: string } | undefined;
  /**
   * A page of a thread, cut by conversations from the oldest, so that a new one touches the newest page alone.
   * @param page One of the thread's own, from 1, the oldest; without one, what stands under the article.
   */
  thread(article: string, page?: number): ThreadPage;
  /** @param page From 2: the first replies stand in the thread. */
  conversation(root: string, page: number): ConversationPage | undefined;
  /** An article's newest comments that were not removed, the newest first, with where each is read. */
  newestComments(article: string, limit: number): { comment: PublishedComment; address: string }[];
  /** For static paths: the articles, by id, that have a thread. */
  everyThread(): string[];
  /** Every published page's slug, by slug: for static paths. */
  everyArticle(): Iterable<{ slug: string }>;
  /** For static paths: the full pages of every month. */
  everyMonthPage(): { month: string; page: number }[];
  /** For static paths: the pages of their own that threads and conversations have. */
  everyThreadPage(): { list: string; page: number }[];
  everyPerson(): Iterable<{ slug: string }>;
  everyPlace(): Iterable<{ slug: string }>;
  everyTopic(): Iterable<{ slug: string }>;
}
