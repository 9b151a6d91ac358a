import { defineMiddleware } from 'astro:middleware';
import { openedSnapshot } from '../snapshot/opened.ts';

/**
 * The builder hands each page its snapshot, and wants to know why one fails; where Astro renders by itself
 * (`astro dev`, a static build), the page gets the snapshot that the environment names.
 */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.snapshot ??= openedSnapshot({ fresh: import.meta.env.DEV });
  try {
    return await next();
  } catch (error) {
    locals.failed?.(error);
    throw error;
  }
});
