import { definePlugin, type CollectionConfig, type Config, type Field } from 'payload';
import { nobody } from './access/roles.ts';
import { rootComponents } from './admin-components.ts';
import { articles } from './collections/articles.ts';
import { bans } from './collections/bans.ts';
import { comments } from './collections/comments.ts';
import { media } from './collections/media.ts';
import { people } from './collections/people.ts';
import { places } from './collections/places.ts';
import { readers } from './collections/readers.ts';
import { sensitiveSubjects } from './collections/sensitive-subjects.ts';
import { newsroomCollections, type NewsroomCollection } from './collections/slugs.ts';
import { topics } from './collections/topics.ts';
import { users, withStaffFields } from './collections/users.ts';
import { dispatchRequests } from './dispatch/request-call.ts';
import { dispatches } from './dispatch/table.ts';
import type { Target } from './dispatch/target.ts';
import { targetsOf } from './dispatch/targets.ts';
import { exportEndpoint } from './exchange/endpoint.ts';
import { importedComments } from './exchange/table.ts';
import { builders } from './feed/builders-table.ts';
import { publications } from './feed/publications.ts';
import { receipts } from './feed/receipts-table.ts';
import { newsroomSettings } from './globals/newsroom-settings.ts';
import { ensureSettings } from './hooks/settings.ts';
import { mergeEndpoints } from './merge/endpoints.ts';
import { mergesTable } from './merge/table.ts';
import { burstMails } from './moderation/bursts-table.ts';
import { carriedSuspensions } from './moderation/carried-suspensions-table.ts';
import { moderationEndpoints } from './moderation/desk/endpoints.ts';
import { guardLog } from './moderation/log-guard.ts';
import { logReaders } from './moderation/log-readers-table.ts';
import { moderationLog } from './moderation/log-table.ts';
import { commentReports } from './moderation/reports-table.ts';
import { commentVersions } from './moderation/versions-table.ts';
import type { NewsroomOptions } from './options.ts';
import { outbox, outboxCompacted } from './outbox/table.ts';
import { previewEndpoints } from './preview/endpoints.ts';
import { withPublicURL } from './public-url.ts';
import { readerEndpoints } from './readers/endpoints.ts';
import { commentRecommendations } from './readers/recommendations-table.ts';
import { readerTables } from './readers/tables.ts';
import { scheduleEndpoints } from './schedule/endpoints.ts';
import { publishOnSchedule } from './schedule/task.ts';
import { withTables } from './tables.ts';

export { createFeedServer } from './feed/feed-server.ts';
export { smtpTransport, type QueuedMail, type SendMail } from './worker/mail-transport.ts';
export { runNewsroom, type NewsroomWork } from './worker/run-newsroom.ts';
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
    'sensitive-subjects': sensitiveSubjects,
    bans,
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

/** The host's components before the desk's own, and the screens of both. */
function withScreens({ admin }: Config, targets: Target[]) {
  const own = rootComponents(targets);
  return { ...own, ...admin?.components, views: { ...own.views, ...admin?.components?.views } };
}
/** A host's queue with the newsroom's task. Where it has none of its own, nobody runs or fills it over HTTP. */
const withSchedules = (hosts: Config['jobs']): Config['jobs'] => ({
  ...(hosts ?? { access: { cancel: nobody, queue: nobody, run: nobody } }),
  tasks: [...(hosts?.tasks ?? []), publishOnSchedule as never],
});

/** The newsroom, added to a Payload config: its collections, settings, tables, endpoints and screens. */
const plugin = definePlugin<{ options: NewsroomOptions }>({
  slug: 'dateline-newsroom',
  plugin: ({ config, options }): Config => {
    const staff = config.admin?.user ?? 'users';
    const targets = targetsOf(options.dispatch);
    if (config.db?.defaultIDType === 'number') {
      throw new Error("The newsroom's documents are known by UUID: give postgresAdapter the option idType: 'uuidv7'.");
    }
    return {
      ...config,
      admin: { ...config.admin, user: staff, components: withScreens(config, targets) },
      collections: withCollections(config.collections ?? [], options, staff),
      globals: [
        ...(config.globals ?? []),
        options.overrides?.settings?.({ defaultGlobal: newsroomSettings }) ?? newsroomSettings,
      ],
      db:
        config.db &&
        withTables(config.db, ({ people, readers, comments }) => ({
          outbox,
          outbox_compacted: outboxCompacted,
          receipts,
          builders,
          dispatches,
          merges: mergesTable(people as never),
          moderation_log: moderationLog,
          moderation_log_readers: logReaders(readers as never),
          burst_mails: burstMails,
          carried_suspensions: carriedSuspensions,
          imported_comments: importedComments,
          comment_versions: commentVersions(comments as never),
          comment_reports: commentReports(comments as never, readers as never),
          comment_recommendations: commentRecommendations(comments as never, readers as never),
          ...readerTables(readers as never, comments as never),
        })),
      endpoints: [
        ...(config.endpoints ?? []),
        publications(targets),
        dispatchRequests(targets),
        ...mergeEndpoints,
        ...scheduleEndpoints,
        exportEndpoint,
        ...moderationEndpoints(options.publicURL),
        ...previewEndpoints(options),
        ...readerEndpoints(options),
      ],
      jobs: withSchedules(config.jobs),
      custom: withPublicURL(config.custom, options.publicURL),
      onInit: async (payload) => {
        await config.onInit?.(payload);
        await guardLog(payload);
        await ensureSettings(payload);
      },
    };
  },
});

/** Makes the plugin for a host's options. */
export const newsroom = (options: NewsroomOptions) => plugin({ options });
