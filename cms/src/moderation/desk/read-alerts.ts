import type { Pool } from 'pg';
import { burst } from './burst.ts';
import type { Alert } from './shapes.ts';

/** At the desk. */
const shown = 5;

/** What is usual counts from the spans of so many days, from half an hour before this time of day to half an hour after. */
const days = 7;
const span = `interval '${burst.minutes} minutes'`;

/** In how many spans there may have been more than is usual: half of them, so that a wild day or two changes nothing. */
const half = (days * 4) / 2;

/**
 * What is usual of a count in a span: the median, with 0 where nobody wrote.
 * @param counts A query for `span` and `count`.
 */
const usual = (counts: string) =>
  `coalesce((select max(count)::int from (${counts}) counts group by span order by 1 desc offset ${half} limit 1), 0)`;

const mentions = (articles: string) =>
  `articles_rels told on told.parent_id = ${articles}.article_id and told.path = 'mentionedPeople'`;

const counted = `
  select 'thread' as kind, article_id as id, count(*)::int as count
  from lately group by article_id having count(*) >= $1
  union all
  select 'person', told.people_id, count(*)::int
  from lately join ${mentions('lately')}
  where told.people_id is not null
  group by told.people_id having count(*) >= $1 and count(distinct lately.article_id) > 1
  union all
  select 'recommendations', comment_id, count(*)::int
  from comment_recommendations where created_at > now() - ${span}
  group by comment_id having count(*) >= $1`;

/** Of threads or comments, in each span. What was written is found by when, a span at a time. */
const earlier = (table: string, of: string) => `
  select day * 4 + quarter as span, written.${of}, count(*)::int as count
  from generate_series(1, ${days}) day cross join generate_series(-2, 1) quarter
    cross join lateral (
      select ${of} from ${table}
      where created_at > now() - day * interval '24 hours' + quarter * ${span}
        and created_at <= now() - day * interval '24 hours' + (quarter + 1) * ${span}
    ) written
  group by 1, 2`;

/**
 * Threads, and people over several, about whom much more is written at this moment than is usual at this hour: in the
 * busiest thread, whichever it was, so that a new one is measured as well; and of a person, about them, if that is more.
 * And comments that are recommended much more than the most recommended one usually is. The busiest come first.
 */
export async function readAlerts(pool: Pool, most = shown): Promise<Alert[]> {
  const { rows } = await pool.query<Alert>(
    `with lately as (select article_id from comments where created_at > now() - ${span}),
      counted as (${counted}),
      before as materialized (${earlier('comments', 'article_id')}),
      recommended as materialized (${earlier('comment_recommendations', 'comment_id')}),
      measured as materialized (
        select *, case when counted.kind = 'recommendations' then ${usual('select span, count from recommended')}
        else greatest(
          ${usual('select span, count from before')},
          ${usual(`select span, sum(count) as count from before join ${mentions('before')}
            where counted.kind = 'person' and told.people_id = counted.id group by span`)}
        ) end as usual from counted
      )
    select measured.*, coalesce(article.headline, person.name, '') as name, comment.author_name as author,
      case measured.kind when 'thread' then article.comments end as mode
    from measured
      left join comments comment on measured.kind = 'recommendations' and comment.id = measured.id
      left join articles article on article.id = case measured.kind when 'thread' then measured.id else comment.article_id end
      left join people person on measured.kind = 'person' and person.id = measured.id
    where measured.count >= $2 * measured.usual order by measured.count desc, measured.id limit $3`,
    [burst.comments, burst.times, most],
  );
  return rows;
}
