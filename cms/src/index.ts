import { definePlugin, type CollectionConfig, type Config, type Field } from 'payload';
import { rootComponents } from './admin-components.ts';
import { articles } from './collections/articles.ts';
import { comments } from './collections/comments.ts';
import { media } from './collections/media.ts';
import { people } from './collections/people.ts';
import { places } from './collections/places.ts';
import { readers } from './collections/readers.ts';
import { newsroomCollections, type NewsroomCollection } from './collections/slugs.ts';
import { topics } from './collections/topics.ts';
import { users, withStaffFields } from './collections/users.ts';
import { publications } from './feed/publications.ts';
import { receipts } from './feed/receipts-table.ts';
import { newsroomSettings } from './globals/newsroom-settings.ts';
import { ensureSettings } from './hooks/settings.ts';
import type { NewsroomOptions } from './options.ts';
import { outbox } from './outbox/table.ts';
import { readerEndpoints } from './readers/endpoints.ts';
import { readerTables } from './readers/tables.ts';
import { withTables } from './tables.ts';

export { createFeedServer } from './feed/feed-server.ts';
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

/** The host's collections with the newsroom's. A host that has users of its own keeps them: they are the staff. */
function withCollections(hosts: CollectionConfig[], options: NewsroomOptions, staff: string): CollectionConfig[] {
  const hasStaff = hosts.some(({ slug }) => slug === staff);
  const own = collectionsOf(options).filter(({ slug }) => slug !== 'users' || !hasStaff);
  return [
    ...hosts.map((host) => (host.slug === staff ? withStaffFields(host) : host)),
    ...own.map((collection) => ({ ...collection, fields: collection.fields.map((field) => towards(staff, field)) })),
  ];
}

const towards = (staff: string, field: Field): Field =>
  field.type === 'relationship' && field.relationTo === 'users' ? ({ ...field, relationTo: staff } as Field) : field;

/** The newsroom, added to a Payload config: its collections, settings, tables, endpoints and screens. */
const plugin = definePlugin<{ options: NewsroomOptions }>({
  slug: 'dateline-newsroom',
  plugin: ({ config, options }): Config => {
    const staff = config.admin?.user ?? 'users';
    if (config.db?.defaultIDType === 'number') {
      throw new Error("The newsroom's documents are known by UUID: give postgresAdapter the option idType: 'uuidv7'.");
    }
    return {
      ...config,
      admin: { ...config.admin, user: staff, components: { ...rootComponents, ...config.admin?.components } },
      collections: withCollections(config.collections ?? [], options, staff),
      globals: [
        ...(config.globals ?? []),
        options.overrides?.settings?.({ defaultGlobal: newsroomSettings }) ?? newsroomSettings,
      ],
      db:
        config.db && withTables(config.db, ({ readers }) => ({ outbox, receipts, ...readerTables(readers as never) })),
      endpoints: [...(config.endpoints ?? []), publications, ...readerEndpoints(options)],
      onInit: async (payload) => {
        await config.onInit?.(payload);
        await ensureSettings(payload);
      },
    };
  },
});

/** Makes the plugin for a host's options. */
export const newsroom = (options: NewsroomOptions) => plugin({ options });
