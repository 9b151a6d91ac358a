import type { Put } from '@dateline/shared/feed';
import type { Media } from '@dateline/shared/media';
import type { Snapshot } from './open.ts';

/*
 * An image of which the newsroom could not read a file is shown with those that came, or not at all, and holds up no
 * publish. It is asked for again until its files have come.
 */
const name = (media: string) => `unreadable ${media}`;
/** Sorts right behind every such name. */
const end = 'unreadable!';

/** Keeps in mind whether an image is to be asked for again. */
export function noteUnreadable({ run }: Snapshot, media: string, isUnreadable: boolean): void {
  if (isUnreadable) run('insert or replace into state values (?, ?)', name(media), '');
  else run('delete from state where name = ?', name(media));
}

/** Some images that are to be asked for again, as the change that brought each would bring it at `cursor`. */
export function unreadableMedia({ all }: Snapshot, cursor: string, limit: number): Put[] {
  const rows = all<{ json: string }>(
    `select json from state join documents on kind = 'media' and id = substr(name, ?)
     where name > ? and name < ? order by random() limit ?`,
    name('').length + 1,
    name(''),
    end,
    limit,
  );
  const at = new Date(0).toISOString();
  return rows.map(({ json }) => {
    const data = JSON.parse(json) as Media;
    return { op: 'put', kind: 'media', id: data.id, cursor, at, data };
  });
}
