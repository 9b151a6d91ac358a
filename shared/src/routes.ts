/** Every URL of the site, as a path. Nothing else makes one. Slugs may hold letters of any script, so they are encoded here. */
const at = (folder: string) => (slug: string) => `/${folder}/${encodeURIComponent(slug)}/`;

export const routes = {
  home: '/',
  article: at('articles'),
  person: at('people'),
  place: at('places'),
  topic: at('topics'),
  /**
   * @param month `2026-02`
   * @param page One of the month's full pages, counted from the oldest; the newest stands at the month's own address.
   */
  archive: (month: string, page?: number) => `/archive/${month.replace('-', '/')}/${page ? `${page}/` : ''}`,
  search: '/search/',
  login: '/login/',
  register: '/register/',
  account: '/account/',
  corrections: '/corrections/',
  policies: '/policies/',
  shell: '/shell/',
  notFound: '/404.html',
  /** What readers see where something was taken away for good. */
  gone: '/410.html',
  atom: '/feed.xml',
  sitemap: '/sitemap.xml',
  sitemapOfPages: '/sitemaps/pages.xml',
  /** Of people, places and topics. @param shard The last digit of their ids. */
  sitemapOfSubjects: (shard: string) => `/sitemaps/subjects-${shard}.xml`,
  /** @param month `2026-02` */
  sitemapOfMonth: (month: string) => `/sitemaps/articles-${month}.xml`,
  newsSitemap: '/news-sitemap.xml',
  /** @param file From 1. Where one file cannot hold all that is news, these do. */
  newsFile: (file: number) => `/sitemaps/news-${file}.xml`,
  robots: '/robots.txt',
  /** An article's newest comments (Atom). @param article Its id: a thread stays where it is when its article moves. */
  threadFeed: (article: string) => `/comments/${article}/feed.xml`,
  commentsOf: (slug: string) => `${at('articles')(slug)}#comments`,
  comment: (slug: string, id: string) => `${at('articles')(slug)}#comment-${id}`,
  /**
   * A page of a thread, or of a long conversation in one.
   * @param list The article, or the comment of the first level.
   * @param page From 1, the oldest. A thread's newest comments stand under the article, a conversation's first replies in the thread.
   */
  comments: (list: string, page: number) => `/comments/${list}/${page}/`,
} as const;

/** Where the reader API stands on the site's own origin. */
export const readerBase = '/api/reader';

/** The reader API: everything that the public may call, and nothing else is answered. */
export const readerRoutes = {
  login: `${readerBase}/login`,
  logout: `${readerBase}/logout`,
  register: `${readerBase}/register`,
  registerChallenge: `${readerBase}/register/challenge`,
  verify: `${readerBase}/verify`,
  me: `${readerBase}/me`,
  forgot: `${readerBase}/forgot`,
  reset: `${readerBase}/reset`,
  account: `${readerBase}/account`,
  accountName: `${readerBase}/account/name`,
  accountEmail: `${readerBase}/account/email`,
  confirmEmail: `${readerBase}/account/email/confirm`,
  accountPassword: `${readerBase}/account/password`,
  accountPasskeys: `${readerBase}/account/passkeys`,
  newPasskeyOptions: `${readerBase}/account/passkeys/options`,
  removePasskey: `${readerBase}/account/passkeys/remove`,
  passkeyLoginOptions: `${readerBase}/login/passkey/options`,
  passkeyLogin: `${readerBase}/login/passkey`,
  accountComments: `${readerBase}/account/comments`,
  accountNotifications: `${readerBase}/account/notifications`,
  unsubscribe: `${readerBase}/unsubscribe`,
  exportAccount: `${readerBase}/account/export`,
  deleteAccount: `${readerBase}/account/delete`,
  agree: `${readerBase}/account/agree`,
  endSession: `${readerBase}/account/sessions/end`,
  endSessions: `${readerBase}/account/sessions/end-all`,
  comments: `${readerBase}/comments`,
  newComment: `${readerBase}/comments/new`,
  /** Leads to a comment, on whatever page of its thread it stands. */
  comment: (id: string) => `${readerBase}/comments/at?comment=${encodeURIComponent(id)}`,
  /** A reader's page of their comments. @param key What names it. @param before From where on. */
  commentsBy: (key: string, before?: string) =>
    `${readerBase}/comments/by?reader=${encodeURIComponent(key)}${before ? `&before=${encodeURIComponent(before)}` : ''}`,
  edit: `${readerBase}/comments/edit`,
  /** The form to change one's own comment. */
  editComment: (comment: string) => `${readerBase}/comments/edit?comment=${encodeURIComponent(comment)}`,
  withdraw: `${readerBase}/comments/delete`,
  /** The page to delete one's own comment. */
  withdrawComment: (comment: string) => `${readerBase}/comments/delete?comment=${encodeURIComponent(comment)}`,
  report: `${readerBase}/comments/report`,
  recommend: `${readerBase}/comments/recommend`,
  /** The form to recommend a comment. */
  recommendComment: (comment: string) => `${readerBase}/comments/recommend?comment=${encodeURIComponent(comment)}`,
  /** The form to report a comment. */
  reportComment: (comment: string) => `${readerBase}/comments/report?comment=${encodeURIComponent(comment)}`,
  /** The form to write under an article. @param parent The comment that is answered. */
  writeComment: (article: string, parent?: string) =>
    `${readerBase}/comments/new?article=${encodeURIComponent(article)}${parent ? `&parent=${encodeURIComponent(parent)}` : ''}`,
} as const;

/** Where the feed stands on the back channel's listener. */
export const feedRoutes = {
  feed: '/feed',
  media: (id: string, size: string) => `/feed/media/${id}/${size}`,
  receipts: '/feed/receipts',
} as const;

/** A link to sign in or register that comes back to `returnTo`, a path of this site; it works without JavaScript. */
export const comingBack = (route: string, returnTo: string) => `${route}?returnTo=${encodeURIComponent(returnTo)}`;
