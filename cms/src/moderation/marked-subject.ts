import { wherePlacesLie } from './where-places-lie.ts';

/** By way of an array, since PostgreSQL then guesses few: a question that it guesses to be dear it may compile each time (JIT). */
const namedIn = (mentions: 'people' | 'places') =>
  `unnest(array(select jsonb_array_elements_text(data #> '{mentions,${mentions}}')::uuid))`;

/**
 * The strictest mark on whom and what an article mentions, on the places that a place of it lies within, on those whom somebody was
 * merged into, and on who was merged into them.
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
    select ${namedIn('people')} from published
  ), around (place) as (
    select ${namedIn('places')} from published
    union select (data #>> '{dateline,place}')::uuid from published
    union select lying.above from around cross join lateral (
      select above from (${wherePlacesLie}) as every where every.place = around.place offset 0
    ) as lying
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
  where mark.place in (select place from around) or exists (
    select from told join led on (led.person, led.standin) in ((told.person, mark.person), (mark.person, told.person))
  ))`;
