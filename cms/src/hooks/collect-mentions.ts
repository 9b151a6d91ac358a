import type { CollectionBeforeChangeHook } from 'payload';
import { bodyReferences } from '../project/body-references.ts';
import { present } from './present.ts';

/** Fills the relationships to the people and places of the body, by which these find their articles. */
export const collectMentions: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (data.body === undefined) return data;
  const { people, places } = bodyReferences(data.body);
  return {
    ...data,
    mentionedPeople: await present(req, 'people', people),
    mentionedPlaces: await present(req, 'places', places),
  };
};
