import type { Pool } from 'pg';
import type { Alert } from './shapes.ts';

/** A burst: so many comments in so many minutes, in one thread or about one person over several. */
const burst = { comments: 20, minutes: 15, shown: 5 };

const lately = `select id, article_id from comments where created_at > now() - interval '${burst.minutes} minutes'`;

/** Threads and people about whom much is written at this moment. The busiest come first. */
export async function readAlerts(pool: Pool): Promise<Alert[]> {
  const { rows } = await pool.query<Alert>(
    `with lately as (${lately}), counted as (
      select 'thread' as kind, article_id as id, count(*)::int as count from lately group by article_id
      union all
      select 'person', told.people_id, count(*)::int
      from lately join articles_rels told on told.parent_id = lately.article_id and told.path = 'mentionedPeople'
      where told.people_id is not null
      group by told.people_id having count(distinct lately.article_id) > 1
    )
    select counted.kind, counted.id, counted.count, coalesce(article.headline, person.name, '') as name
    from counted
      left join articles article on counted.kind = 'thread' and article.id = counted.id
      left join people person on counted.kind = 'person' and person.id = counted.id
    where counted.count >= $1 order by counted.count desc, counted.id limit $2`,
    [burst.comments, burst.shown],
  );
  return rows;
}
