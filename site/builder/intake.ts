import type { FeedClient } from './feed-client.ts';
import type { Workshop } from './perform.ts';
import type { Intake } from './sync.ts';

/** What a site takes changes in with. */
export const intakeOf = ({ snapshot, target, renderer }: Workshop, feed: FeedClient): Intake => ({
  feed,
  snapshot,
  target,
  cache: renderer.cache,
});
