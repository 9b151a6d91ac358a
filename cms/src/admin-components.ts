import type { FeatureProviderServer } from '@payloadcms/richtext-lexical';
import type { CollectionConfig, Config, Field, GlobalConfig } from 'payload';
import type { NewsroomCollection } from './collections/slugs.ts';
import { mentionFeature } from './mention/feature.ts';

/** What each collection's screens add to Payload's own, by slug. */
export const collectionComponents: Partial<
  Record<NewsroomCollection, NonNullable<CollectionConfig['admin']>['components']>
> = {
  comments: { beforeListTable: ['@dateline/cms/client#CommentTabs'] },
};

/** How the list of comments shows a text and its writer. */
export const commentBodyComponents = { Cell: '@dateline/cms/client#CommentBodyCell' };

/** How the list of comments shows a state, with the clicks that decide it. */
export const commentStatusComponents = { Cell: '@dateline/cms/client#CommentStatusCell' };

/** What the settings' screen adds. */
export const settingsComponents: NonNullable<GlobalConfig['admin']>['components'] = {};

/** What the whole desk adds. A host's own components stand before these. */
export const rootComponents: NonNullable<Config['admin']>['components'] = {
  beforeDashboard: ['@dateline/cms/rsc#DeskOverview'],
  beforeLogin: ['@dateline/cms/rsc#LoginNotice'],
  graphics: { Icon: '@dateline/cms/client#DeskIcon', Logo: '@dateline/cms/client#Wordmark' },
  providers: ['@dateline/cms/client#DeskStyles'],
};

/** What an article's editor can do beyond text: the menu of mentions. */
export const bodyFeatures: FeatureProviderServer[] = [mentionFeature()];

/** Fields of kind `ui` in an article's sidebar. */
export const articleSidebar: Field[] = [
  {
    name: 'onTheSite',
    type: 'ui',
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      components: { Field: '@dateline/cms/client#ArticleStatus' },
    },
  },
];
