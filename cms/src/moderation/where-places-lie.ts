/**
 * A query for each `place` that lies within another, `above`: as published, which its page says too, or as drafted last where it has
 * no page.
 */
export const wherePlacesLie = `
  select id as place, parent_id as above from places where _status = 'published' and parent_id is not null
  union all
  select draft.parent_id, draft.version_parent_id from _places_v draft join places on places.id = draft.parent_id
  where draft.latest and draft.version_parent_id is not null and places._status is distinct from 'published'`;
