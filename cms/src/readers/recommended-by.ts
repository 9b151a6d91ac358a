import type { Payload } from 'payload';

/** So many of one thread are told to its reader. */
const most = 1_000;

/** Which comments under an article a reader recommends, the latest that they recommended first. */
export async function recommendedBy({ db }: Payload, reader: string, article: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select comment.id from comment_recommendations given join comments comment on comment.id = given.comment_id
     where given.reader_id = $1 and comment.article_id = $2 order by given.created_at desc limit ${most}`,
    [reader, article],
  );
  return rows.map(({ id }) => id);
}
