import { outboxPut } from '../../cms/src/outbox/write-outbox.ts';
import { outboxChannel } from '../../cms/src/outbox/tell.ts';
import type { PublishedComment } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import { idOf, someComment } from '../support/published-samples.ts';
import type { TestStack } from '../support/stack.ts';

/** The story of the sample that has the fewest comments, of those in a language that take any. */
export async function quietStory({ database, siteURL }: TestStack, language = 'en') {
  const [story] = await query<{ id: string; slug: string }>(
    database.url,
    `select id, slug from articles where language like $1 || '%' and comments = 'open' and _status = 'published'
     order by (select count(*) from comments where article_id = articles.id), id limit 1`,
    [language],
  );
  if (!story) throw new Error(`The sample has no story in ${language}.`);
  return { ...story, url: new URL(`/articles/${story.slug}/#comments`, siteURL).href };
}

/** Comments of others, as if the desk had approved them: by number, with what is special about each. */
export async function say(
  { database }: TestStack,
  article: string,
  comments: ({ number: number } & Partial<PublishedComment>)[],
): Promise<void> {
  const shapes = comments.map(({ number, ...more }) => someComment(number, article, more));
  await query(
    database.url,
    `with said as (select value as data from jsonb_array_elements($1::jsonb)),
     stored as (
       insert into comments
         (id, article_id, parent_id, root_id, author_name, body, status, created_at, published_at, pinned, author_person_id)
       select (data->>'id')::uuid, (data->>'article')::uuid, (data->>'parent')::uuid, (data->>'root')::uuid,
         data->>'author', replace(regexp_replace(data->>'html', '<[^>]*>', '', 'g'), '&amp;', '&'),
         (case when data->>'removed' = 'true' then 'removed' else 'published' end)::enum_comments_status, (data->>'written')::timestamptz,
         (data->>'at')::timestamptz, (data->>'pinned')::boolean, (data->>'person')::uuid
       from said
     ),
     told as (${outboxPut('comment', `select (data->>'id')::uuid, data from said`)})
     select pg_notify('${outboxChannel}', '')`,
    [JSON.stringify(shapes)],
  );
}

/** Replies to the first of these, each to the one before it. */
export const exchange = (first: number, texts: readonly string[]) =>
  texts.map((text, at) => ({
    number: first + at,
    html: `<p>${text}</p>`,
    ...(at > 0 && { root: idOf(6, first), parent: idOf(6, first + at - 1) }),
  }));

export const anchorOf = (number: number) => `comment-${idOf(6, number)}`;
