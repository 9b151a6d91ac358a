import type { APIRoute } from 'astro';
import { writeAtom } from '../story/atom.ts';
import { bodyOf, readStory } from '../story/read-story.ts';

/** The latest stories with their full text, for readers of feeds. */
export const GET: APIRoute = ({ locals: { snapshot }, site }) => {
  const origin = site?.origin ?? '';
  const entries = snapshot
    .latest(20)
    .map((article) => ({ story: readStory(snapshot, article), html: bodyOf(snapshot, article, origin) }));
  return new Response(writeAtom(entries, snapshot.settings(), origin), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
