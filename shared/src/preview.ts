import { z } from 'zod';
import { article } from './article.ts';

/** Where a builder answers the desk, on its own listener, with the feed's token as the bearer's. */
export const previewRoutes = { page: '/preview', plan: '/plan' } as const;

/** A draft as the site would have it, were it published now. */
export const candidate = z.strictObject({ kind: z.literal('article'), data: article });

/** What publishing a candidate would do to the site: `POST /plan`. */
export const publishPlan = z.strictObject({
  /** Pages and files that may change, of which those whose bytes come out the same are not written; the first hundred. */
  paths: z.array(z.string()).max(100),
  /** How many there are in all. */
  total: z.int().nonnegative(),
});

export type Candidate = z.infer<typeof candidate>;
export type PublishPlan = z.infer<typeof publishPlan>;
