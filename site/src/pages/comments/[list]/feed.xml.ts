import type { APIRoute } from 'astro';
import { staticPaths } from '../../../static-paths.ts';
import { writeThreadFeed } from '../../../story/thread-feed.ts';

export const getStaticPaths = () => staticPaths('threadFeeds');

/** An article's newest comments, for readers of feeds. */
export const GET: APIRoute = ({ locals: { snapshot }, params, site }) => {
  const story = snapshot.story(params.list ?? '');
  if (!story) return new Response(null, { status: 404 });
  const comments = snapshot.newestComments(story.id, 50);
  return new Response(writeThreadFeed(story, comments, snapshot.settings(), site?.origin ?? ''), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
