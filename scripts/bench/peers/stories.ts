import { routes } from '@dateline/shared/routes';
import type { Article } from '@dateline/shared/article';
import type { PublishedComment } from '@dateline/shared/comment';
import type { Archive } from '../archive/archive.ts';

/** A story as the peers' templates read it: what it refers to by slug, and its body with every mention linked. */
export interface PeerStory {
  story: Article;
  author: string;
  people: string[];
  places: string[];
  topics: string[];
  /** Stories before it on its first topic, the newest first. */
  related: Article[];
  body: string;
  comments: PublishedComment[];
}

const relatedCount = 3;
const mark = /<dl-mention kind="(person|place)" ref="([^"]*)">([^<]*)<\/dl-mention>/g;

/*
 * The peers are spared what our own pages do as they are rendered: their mentions are linked and their related stories
 * found before the clock starts.
 */
export function* peerStories({ world, documents }: Archive): Generator<PeerStory> {
  const slugs = new Map([...world.people, ...world.places, ...world.topics].map(({ id, slug }) => [id, slug]));
  const slugOf = (id: string) => slugs.get(id) ?? '';
  const latest = new Map<string, Article[]>();
  let open: PeerStory | undefined;
  for (const { kind, data } of documents()) {
    if (kind === 'comment') open?.comments.unshift(data);
    if (kind !== 'article') continue;
    if (open) yield open;
    const [topic = ''] = data.topics;
    const before = latest.get(topic) ?? [];
    open = {
      story: data,
      author: slugOf(data.authors[0] ?? ''),
      people: data.mentions.people.map(slugOf),
      places: data.mentions.places.map(slugOf),
      topics: data.topics.map(slugOf),
      related: before,
      body: data.bodyHtml.replaceAll(mark, (_, what: 'person' | 'place', ref: string, text: string) => {
        const page = (what === 'person' ? routes.person : routes.place)(slugOf(ref));
        return `<a href="${page}">${text}</a>`;
      }),
      comments: [],
    };
    for (const each of data.topics) latest.set(each, [data, ...(latest.get(each) ?? [])].slice(0, relatedCount));
  }
  if (open) yield open;
}
