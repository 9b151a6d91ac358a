import type { Place } from '@dateline/shared/place';

/** A place with those that it lies in. */
export function chainOf(places: readonly Place[], place: Place): Place[] {
  const byId = new Map(places.map((each) => [each.id, each]));
  const chain: Place[] = [];
  for (let at: Place | undefined = place; at; at = at.parent === null ? undefined : byId.get(at.parent)) chain.push(at);
  return chain;
}
