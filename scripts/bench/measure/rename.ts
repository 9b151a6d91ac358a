import fs from 'node:fs/promises';
import { routes } from '@dateline/shared/routes';
import { awaitFile } from '../await-file.ts';
import { pagesLive, shownOn } from '../go-live.ts';
import { publish } from '../newsroom/publish.ts';
import { openPace } from '../pace.ts';
import { fileAt, listsOf } from '../pages.ts';
import type { Scene } from '../scene.ts';

/** What renaming the person who is in every twentieth story took. Times in milliseconds. */
export interface Renamed {
  /** How many stories mention them. */
  mentions: number;
  /** From each rename's commit until every story has the new name. */
  walls: number[];
  /** Of each article that was published meanwhile: from its commit until it is on its page and every list. */
  publishes: number[];
}

/** So many publishes are wanted for a 99th percentile to mean something. */
const enough = 100;
const mostRenames = 8;
/** Stories looked at to tell how far a rename is; at its end all of them are read. */
const watched = 100;

/**
 * Renames the person in very many stories, and publishes one article after the other until every page has the new name; again
 * until there were enough of these publishes.
 */
export async function measureRename(scene: Scene, first: number): Promise<Renamed> {
  const { archive, client, publicDir, signal } = scene;
  const listsWith = listsOf(archive.world);
  const pace = openPace(signal);
  const every = Array.from({ length: Math.ceil(archive.size / 20) }, (_, index) =>
    fileAt(publicDir, routes.article(archive.newest(index * 20).slug)),
  );
  const some = every.filter((_, index) => index % Math.ceil(every.length / watched) === 0);
  const result: Renamed = { mentions: every.length, walls: [], publishes: [] };
  let story = first;

  async function rename(name: string): Promise<void> {
    const awaited = some.map((file) => awaitFile(file, (text) => text.includes(name)));
    try {
      let isOver = false;
      const { at } = await publish(client, { kind: 'person', data: { ...archive.star, name } });
      const done = Promise.all(awaited.map(({ seen }) => seen)).finally(() => (isOver = true));
      done.catch(() => {});
      let row = '';
      do {
        await pace();
        const data = archive.fresh(story++);
        const page = routes.article(data.slug);
        const live = await pagesLive(scene, { kind: 'article', data }, shownOn([page, ...listsWith(data)], page));
        result.publishes.push(live.seen - live.at);
        row = live.row;
      } while (!isOver);
      result.walls.push(Math.max(...(await done)) - at);
      await scene.feed.receiptOf(row);
      for (const file of every) {
        if (!(await fs.readFile(file, 'utf8')).includes(name)) throw new Error(`${file} kept the old name.`);
      }
    } finally {
      for (const { close } of awaited) close();
    }
  }

  for (let turn = 1; result.publishes.length < enough && turn <= mostRenames; turn++)
    await rename(`${archive.star.name} the ${turn === 1 ? 'First' : `${turn}th`}`);
  return result;
}
