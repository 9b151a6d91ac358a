import { slugOf } from '../project/slug-of.ts';

interface Circumstances {
  title: string;
  formerTitle: string;
  /** What was sent as the slug, if anything. */
  asked: string | undefined;
  /** The slug so far; empty for none. */
  current: string;
  wasPublic: boolean;
}

/** Whether a slug was made of a title: as it is, or with a number because another stood there. */
function madeOf(slug: string, title: string): boolean {
  const made = slugOf(title);
  return slug === made || (slug.startsWith(`${made}-`) && /^\d+$/.test(slug.slice(made.length + 1)));
}

/** Which slug a document gets, and by whom: one that the title gives may be numbered to be unique, an editor's may not. */
export function chooseSlug({ title, formerTitle, asked, current, wasPublic }: Circumstances): {
  slug: string;
  by: 'title' | 'editor';
} {
  if (asked !== undefined && asked !== current && slugOf(asked) !== '') return { slug: slugOf(asked), by: 'editor' };
  if (current !== '' && (wasPublic || (!madeOf(current, formerTitle) && asked !== '')))
    return { slug: current, by: 'editor' };
  // A number that a title's slug already has stays while the title does.
  if (madeOf(current, title) && current !== '') return { slug: current, by: 'title' };
  return { slug: slugOf(title), by: 'title' };
}
