import { createApp } from 'astro/app/entrypoint';

/** The whole site, as a function from a request to a response. Pages come out whole, since they become files. */
export const app = createApp({ streaming: false });
