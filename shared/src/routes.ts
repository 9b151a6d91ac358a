/** Every URL of the site, as a path. Nothing else makes one. Slugs may hold letters of any script, so they are encoded here. */
const at = (folder: string) => (slug: string) => `/${folder}/${encodeURIComponent(slug)}/`;

export const routes = {
  home: '/',
  article: at('articles'),
  person: at('people'),
  place: at('places'),
  topic: at('topics'),
  /** @param month `2026-02` */
  archive: (month: string) => `/archive/${month.replace('-', '/')}/`,
  search: '/search/',
  login: '/login/',
  register: '/register/',
  account: '/account/',
  corrections: '/corrections/',
  policies: '/policies/',
  shell: '/shell/',
  notFound: '/404.html',
  atom: '/feed.xml',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  commentsOf: (slug: string) => `${at('articles')(slug)}#comments`,
  comment: (slug: string, id: string) => `${at('articles')(slug)}#comment-${id}`,
} as const;

/** Where the reader API stands on the site's own origin. */
export const readerBase = '/api/reader';

/** The reader API: everything that the public may call, and nothing else is answered. */
export const readerRoutes = {
  login: `${readerBase}/login`,
  logout: `${readerBase}/logout`,
  register: `${readerBase}/register`,
  verify: `${readerBase}/verify`,
  me: `${readerBase}/me`,
  account: `${readerBase}/account`,
  comments: `${readerBase}/comments`,
  newComment: `${readerBase}/comments/new`,
} as const;

/** Where the feed stands on the back channel's listener. */
export const feedRoutes = {
  feed: '/feed',
  media: (id: string, size: string) => `/feed/media/${id}/${size}`,
  receipts: '/feed/receipts',
} as const;

/** A link to sign in or register that comes back to `returnTo`, a path of this site; it works without JavaScript. */
export const comingBack = (route: string, returnTo: string) => `${route}?returnTo=${encodeURIComponent(returnTo)}`;
