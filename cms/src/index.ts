import { definePlugin, type CollectionConfig, type Config } from 'payload';
import { rootComponents } from './admin-components.ts';
import { articles } from './collections/articles.ts';
import { comments } from './collections/comments.ts';
import { media } from './collections/media.ts';
import { people } from './collections/people.ts';
import { places } from './collections/places.ts';
import { readers } from './collections/readers.ts';
import { newsroomCollections, type NewsroomCollection } from './collections/slugs.ts';
import { topics } from './collections/topics.ts';
import { users } from './collections/users.ts';
import { receipts } from './feed/receipts-table.ts';
import { newsroomSettings } from './globals/newsroom-settings.ts';
import { ensureSettings } from './hooks/settings.ts';
import type { NewsroomOptions } from './options.ts';
import { outbox } from './outbox/table.ts';
import { readerEndpoints } from './readers/endpoints.ts';
import { readerTables } from './readers/tables.ts';
import { withTables } from './tables.ts';

export type { NewsroomOptions } from './options.ts';

function collectionsOf(options: NewsroomOptions): CollectionConfig[] {
  const isSecure = (options.adminURL ?? options.publicURL).startsWith('https:');
  const defaults: Record<NewsroomCollection, CollectionConfig> = {
    articles,
    people,
    places,
    topics,
    media: media(options.mediaDir),
    comments,
    readers,
    users: users(isSecure),
  };
  return newsroomCollections.map(
    (slug) => options.overrides?.[slug]?.({ defaultCollection: defaults[slug] }) ?? defaults[slug],
  );
}

/** The newsroom, added to a Payload config: its collections, settings, tables, endpoints and screens. */
const plugin = definePlugin<{ options: NewsroomOptions }>({
  slug: 'dateline-newsroom',
  plugin: ({ config, options }): Config => ({
    ...config,
    admin: {
      ...config.admin,
      user: config.admin?.user ?? 'users',
      components: { ...rootComponents, ...config.admin?.components },
    },
    collections: [...(config.collections ?? []), ...collectionsOf(options)],
    globals: [
      ...(config.globals ?? []),
      options.overrides?.settings?.({ defaultGlobal: newsroomSettings }) ?? newsroomSettings,
    ],
    db:
      config.db &&
      withTables(config.db, ({ readers: table }) => ({ outbox, receipts, ...readerTables(table as never) })),
    endpoints: [...(config.endpoints ?? []), ...readerEndpoints(options)],
    onInit: async (payload) => {
      await config.onInit?.(payload);
      await ensureSettings(payload);
    },
  }),
});

export const newsroom = (options: NewsroomOptions) => plugin({ options });
