import type { Config, Payload } from 'payload';

/** The config's `custom` with the site's own origin in it, for hooks, which are told of the request alone. */
export const withPublicURL = (custom: Config['custom'], publicURL: string) => ({ ...custom, newsroom: { publicURL } });

/** The site's own origin: `https://news.example.org`. */
export const publicURLOf = ({ config }: Payload): string =>
  (config.custom as ReturnType<typeof withPublicURL>).newsroom.publicURL;
