/**
 * The strictest mark on whom and what an article mentions, on those whom these were merged into, and on who was merged into them.
 * It is told from what was published, by which the site's pages tell it too: somebody who was merged and then deleted still leads
 * to whom they were merged into.
 */
export const markedSubject = (article: string) => `(
  with recursive mark as (
    select mark.rule, marked.people_id as person, marked.places_id as place
    from sensitive_subjects mark join sensitive_subjects_rels marked on marked.parent_id = mark.id
    where mark.until is null or mark.until > now()
  ), published as (
    select data from outbox where kind = 'article' and document = ${article} order by seq desc limit 1
  ), told (person) as (
    select jsonb_array_elements_text(data #> '{mentions,people}')::uuid from published
  ), led (person, standin) as (
    select person, person from (select person from told union select person from mark where person is not null) as named
    union
    select led.person, latest.successor from led cross join lateral (
      select successor from outbox where kind = 'person' and document = led.standin order by seq desc limit 1
    ) as latest
    where latest.successor is not null
  )
  select case when bool_or(mark.rule = 'closed') then 'closed' when bool_or(mark.rule = 'held') then 'held' end
  from mark
  where exists (
    select from published
    where data #> '{mentions,places}' ? mark.place::text or data #>> '{dateline,place}' = mark.place::text
  ) or exists (
    select from told join led on (led.person, led.standin) in ((told.person, mark.person), (mark.person, told.person))
  ))`;
