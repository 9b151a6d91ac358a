import { openedSnapshot } from '../snapshot/opened.ts';
import type { Questions } from '../snapshot/questions.ts';

const bySlug = (documents: Iterable<{ slug: string }>) => Array.from(documents, ({ slug }) => ({ params: { slug } }));

const paths = {
  article: (snapshot: Questions) => bySlug(snapshot.everyArticle()),
  person: (snapshot: Questions) => bySlug(snapshot.everyPerson()),
  place: (snapshot: Questions) => bySlug(snapshot.everyPlace()),
  topic: (snapshot: Questions) => bySlug(snapshot.everyTopic()),
  archive: (snapshot: Questions) =>
    snapshot.months().map((at) => ({ params: { year: at.slice(0, 4), month: at.slice(5) } })),
};

/**
 * Every path of a kind of page, for `getStaticPaths`: `export const getStaticPaths = () => staticPaths('article')`.
 * Only a plain static build calls it; the builder derives its routes from the documents.
 */
export const staticPaths = <Kind extends keyof typeof paths>(kind: Kind): ReturnType<(typeof paths)[Kind]> =>
  paths[kind](openedSnapshot()) as ReturnType<(typeof paths)[Kind]>;
