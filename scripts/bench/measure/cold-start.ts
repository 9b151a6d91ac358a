import { routes } from '@dateline/shared/routes';
import type { Child } from '../../child.ts';
import { startResident, type BuilderOptions } from '../builder.ts';
import { pagesLive, shownOn } from '../go-live.ts';
import { listsOf } from '../pages.ts';
import type { Scene } from '../scene.ts';

/**
 * Starts the resident builder on a site that stands, with a publish that came while none was running. Returns it, and the
 * milliseconds from the start of its process until that publish is live.
 */
export async function measureColdStart(
  scene: Scene,
  options: BuilderOptions,
  story: number,
): Promise<{ resident: Child; milliseconds: number }> {
  const data = scene.archive.fresh(story);
  const page = routes.article(data.slug);
  const began = performance.now();
  const starting = startResident(options);
  const live = pagesLive(
    scene,
    { kind: 'article', data },
    shownOn([page, ...listsOf(scene.archive.world)(data)], page),
  );
  const [resident, { row, seen }] = await Promise.all([starting, live]);
  await scene.feed.receiptOf(row);
  return { resident, milliseconds: seen - began };
}
