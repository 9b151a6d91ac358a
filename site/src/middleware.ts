import { defineMiddleware } from 'astro:middleware';
import { openedSnapshot } from '../snapshot/opened.ts';

/** The builder hands each page its snapshot; where Astro renders by itself (`astro dev`, a static build), the page gets the file's. */
export const onRequest = defineMiddleware((context, next) => {
  context.locals.snapshot ??= openedSnapshot({ fresh: import.meta.env.DEV });
  return next();
});
