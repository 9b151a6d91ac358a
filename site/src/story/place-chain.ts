import type { Place } from '@dateline/shared/place';
import type { Questions } from '../../snapshot/questions.ts';

/**
 * A place and the published places that it lies in, itself first. It ends before a parent that is not
 * published, and before one that was there already, since editors can make a ring.
 */
export function placeChain(ask: Pick<Questions, 'place'>, place: Place): Place[] {
  const chain = [place];
  for (let parent = place.parent; parent !== null;) {
    const next = ask.place(parent);
    if (!next || chain.some(({ id }) => id === next.id)) break;
    chain.push(next);
    parent = next.parent;
  }
  return chain;
}

/** How a dateline names a place: with its country, where there is one above it. */
export function datelinePlaces(chain: readonly Place[]): Place[] {
  const [place, ...above] = chain;
  if (!place) return [];
  const country = above.findLast(({ kind }) => kind === 'country');
  return country ? [place, country] : [place];
}
