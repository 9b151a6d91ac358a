import { query } from '../support/database.ts';
import type { TestStack } from '../support/stack.ts';

/** The address of a story of the sample with several conversations that are public. */
export async function busyStory({ database, siteURL }: TestStack): Promise<URL> {
  const [story] = await query<{ slug: string }>(
    database.url,
    `select a.slug from articles a join comments c on c.article_id = a.id
     where c.status = 'published' and c.root_id is null and a.comments = 'open'
     group by a.slug having count(*) > 2 order by count(*) desc limit 1`,
  );
  if (!story) throw new Error('The sample has no story with several conversations.');
  return new URL(`/articles/${story.slug}/#comments`, siteURL);
}
