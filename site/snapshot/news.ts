import type { Snapshot } from './open.ts';

/** How long a story counts as news, in hours, and how many a file of them may hold: Google's rules for news sitemaps. */
const newsHours = 48;
const newsFileSize = 1_000;

/** A story in a news sitemap. */
export interface NewsItem {
  slug: string;
  headline: string;
  language: string;
  publishedAt: string;
}

const span = newsHours * 3_600_000;

/** The instant since which what is published counts as news. */
export const newsSince = (now: number) => new Date(now - span).toISOString();

/** The instant from which a story is news no longer. */
export const newsUntil = (publishedAt: string) => new Date(Date.parse(publishedAt) + span).toISOString();

// What is sponsored is no news, whenever it is published.
const news = 'from articles where published > ? and not sponsored';

/** How many stories are news. */
export const countNews = ({ get }: Snapshot, now: number) =>
  get<{ n: number }>(`select count(*) as n ${news}`, newsSince(now))?.n ?? 0;

/** When the oldest of them was published; undefined where nothing is news. */
export const oldestNews = ({ get }: Snapshot, now: number) =>
  get<{ published: string }>(`select published ${news} order by published, id limit 1`, newsSince(now))?.published;

/** How many numbered files so many stories take: none where one file, the sitemap itself, holds all. */
export const newsFiles = (stories: number) => (stories > newsFileSize ? Math.ceil(stories / newsFileSize) : 0);

/**
 * The stories of a file of news, the newest first.
 * @param file From 1.
 */
export const newsIn = ({ all }: Snapshot, now: number, file: number) =>
  all<NewsItem>(
    `select slug, headline, language, published as publishedAt ${news} order by published desc, id desc limit ? offset ?`,
    newsSince(now),
    newsFileSize,
    (file - 1) * newsFileSize,
  );
