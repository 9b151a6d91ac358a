import { query } from '../support/database.ts';
import type { TestStack } from '../support/stack.ts';

/** So many comments at this moment that the desk is alerted of a burst. */
export const burstUnder = ({ database }: TestStack, article: string | undefined) =>
  query(
    database.url,
    `insert into comments (id, article_id, author_name, body, status, key, created_at, updated_at)
     select gen_random_uuid(), $1, 'Amani Testero', 'Much.', 'refused', gen_random_uuid(), now(), now()
     from generate_series(1, 10)`,
    [article],
  );
