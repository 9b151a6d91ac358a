import { people } from './content/people.ts';
import { places } from './content/places.ts';
import { topics } from './content/topics.ts';
import { portraitOf } from './fill-pictures.ts';
import { forEachOf, idOf, idsBy, make, type Payload } from './newsroom-store.ts';

type Ids = Map<string, string>;

/** Publishes everybody. @returns Their ids by slug, as the others here do. */
export async function fillPeople(payload: Payload, pictures: Ids): Promise<Ids> {
  const ids = await idsBy(payload, 'people', 'slug');
  await forEachOf(people, async ({ portrait, ...person }) => {
    if (ids.has(person.slug)) return;
    const photo = portrait ? idOf(pictures, portraitOf(person.slug), 'picture') : undefined;
    ids.set(person.slug, await make(payload, 'people', { ...person, photo, _status: 'published' }));
  });
  return ids;
}

/** Publishes the places in their own order, since each needs the one that it lies in. */
export async function fillPlaces(payload: Payload): Promise<Ids> {
  const ids = await idsBy(payload, 'places', 'slug');
  for (const place of places) {
    if (ids.has(place.slug)) continue;
    const parent = place.parent ? idOf(ids, place.parent, 'place') : undefined;
    ids.set(place.slug, await make(payload, 'places', { ...place, parent, _status: 'published' }));
  }
  return ids;
}

export async function fillTopics(payload: Payload): Promise<Ids> {
  const ids = await idsBy(payload, 'topics', 'slug');
  await forEachOf(topics, async (topic) => {
    if (ids.has(topic.slug)) return;
    ids.set(topic.slug, await make(payload, 'topics', { ...topic, _status: 'published' }));
  });
  return ids;
}
