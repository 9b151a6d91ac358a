/** The plugin's collections, by slug. */
export const newsroomCollections = [
  'articles',
  'people',
  'places',
  'topics',
  'media',
  'comments',
  'readers',
  'sensitive-subjects',
  'bans',
  'users',
] as const;

export type NewsroomCollection = (typeof newsroomCollections)[number];

/** The collections whose documents are drafted and published. Their slugs, and the kind each has in the feed. */
export const editorialKinds = { articles: 'article', people: 'person', places: 'place', topics: 'topic' } as const;

export type EditorialCollection = keyof typeof editorialKinds;

/** Whether a collection is one of those that are drafted and published. */
export const isEditorial = (slug: string): slug is EditorialCollection => slug in editorialKinds;

export const settingsGlobal = 'newsroom-settings';
