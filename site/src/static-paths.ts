import { openedSnapshot } from '../snapshot/opened.ts';
import type { Questions } from '../snapshot/questions.ts';

const bySlug = (documents: Iterable<{ slug: string }>) => Array.from(documents, ({ slug }) => ({ params: { slug } }));

const paths = {
  article: (snapshot: Questions) => bySlug(snapshot.everyArticle()),
  person: (snapshot: Questions) => bySlug(snapshot.everyPerson()),
  place: (snapshot: Questions) => bySlug(snapshot.everyPlace()),
  topic: (snapshot: Questions) => bySlug(snapshot.everyTopic()),
  archivePages: (snapshot: Questions) =>
    snapshot
      .everyMonthPage()
      .map(({ month, page }) => ({ params: { year: month.slice(0, 4), month: month.slice(5), page: String(page) } })),
  threadPages: (snapshot: Questions) =>
    snapshot.everyThreadPage().map(({ list, page }) => ({ params: { list, page: String(page) } })),
  sitemaps: (snapshot: Questions) => snapshot.months().map((month) => ({ params: { month } })),
  shards: (snapshot: Questions) => snapshot.shards().map((shard) => ({ params: { shard } })),
  threadFeeds: (snapshot: Questions) => snapshot.everyThread().map((list) => ({ params: { list } })),
  newsFiles: (snapshot: Questions) =>
    Array.from({ length: snapshot.newsFiles() }, (_, at) => ({ params: { file: String(at + 1) } })),
  archive: (snapshot: Questions) =>
    snapshot.months().map((at) => ({ params: { year: at.slice(0, 4), month: at.slice(5) } })),
};

/**
 * Every path of a kind of page, for `getStaticPaths`: `export const getStaticPaths = () => staticPaths('article')`.
 * Only a plain static build calls it; the builder derives its routes from the documents.
 */
export const staticPaths = <Kind extends keyof typeof paths>(kind: Kind): ReturnType<(typeof paths)[Kind]> =>
  paths[kind](openedSnapshot()) as ReturnType<(typeof paths)[Kind]>;
