import { routes } from '@dateline/shared/routes';
import { goLive, shownOn } from '../go-live.ts';
import type { Receipt } from '@dateline/shared/feed';
import { openPace } from '../pace.ts';
import { listsOf } from '../pages.ts';
import type { Scene } from '../scene.ts';

export const publishKinds = ['new article', 'edit', 'slug change', 'approve a comment'] as const;
export type PublishKind = (typeof publishKinds)[number];

/** What came of the publishes of a kind, one entry each. */
export type Taken = Record<PublishKind, { milliseconds: number; told: Receipt }[]>;

/**
 * Publishes one after the other, each when the one before is live: in every round a new article, an edit of it, another slug
 * for it, and a comment under a story of the archive.
 * @param first The number of the first story: one that was published before is not new.
 */
export async function measurePublishes(scene: Scene, rounds: number, first: number): Promise<Taken> {
  const { archive } = scene;
  const listsWith = listsOf(archive.world);
  const pace = openPace(scene.signal);
  const taken: Taken = { 'new article': [], edit: [], 'slug change': [], 'approve a comment': [] };
  for (let number = first; number < first + rounds; number++) {
    const story = archive.fresh(number);
    const page = routes.article(story.slug);
    const lists = listsWith(story);
    const created = shownOn([page, ...lists], page);
    await pace();
    taken['new article'].push(await goLive(scene, { kind: 'article', data: story }, created));

    const modifiedAt = new Date(Date.parse(story.publishedAt) + 1).toISOString();
    const edited = { ...story, headline: `${story.headline}, mended`, modifiedAt };
    const sitemap = routes.sitemapOfMonth(story.publishedAt.slice(0, 7));
    const mended = new Map([...shownOn([page, ...lists], edited.headline), [sitemap, modifiedAt]]);
    await pace();
    taken.edit.push(await goLive(scene, { kind: 'article', data: edited }, mended));

    const moved = { ...edited, slug: `${story.slug}-moved`, formerSlugs: [story.slug] };
    const newPage = routes.article(moved.slug);
    const shown = shownOn([newPage, page, '/_redirects', ...lists], newPage);
    await pace();
    taken['slug change'].push(await goLive(scene, { kind: 'article', data: moved }, shown));

    const commented = archive.newest(number % archive.size);
    const reply = archive.reply(number, commented.id);
    const answered = shownOn([routes.article(commented.slug)], `comment-${reply.id}`);
    taken['approve a comment'].push(await goLive(scene, { kind: 'comment', data: reply }, answered));
  }
  return taken;
}
