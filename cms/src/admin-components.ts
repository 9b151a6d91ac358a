import type { FeatureProviderServer } from '@payloadcms/richtext-lexical';
import type { CollectionConfig, Config, Field, GlobalConfig } from 'payload';
import type { TargetShown } from './admin/builds/site-questions.ts';
import type { NewsroomCollection } from './collections/slugs.ts';
import type { Target } from './dispatch/target.ts';
import { mentionFeature } from './mention/feature.ts';

/** What each collection's screens add to Payload's own, by slug. */
export const collectionComponents: Partial<
  Record<NewsroomCollection, NonNullable<CollectionConfig['admin']>['components']>
> = {
  articles: { edit: { PublishButton: '@dateline/cms/client#PublishOrSchedule' } },
  comments: { beforeListTable: ['@dateline/cms/client#CommentTabs'] },
};

/** How the list of comments shows a text and its writer. */
export const commentBodyComponents = { Cell: '@dateline/cms/client#CommentBodyCell' };

/** How the list of comments shows a state, with the clicks that decide it. */
export const commentStatusComponents = { Cell: '@dateline/cms/client#CommentStatusCell' };

/** How an article's embargo is entered: in the newsroom's own time. */
export const embargoComponents = { Field: '@dateline/cms/client#EmbargoField' };

/** What the settings' screen adds. */
export const settingsComponents: NonNullable<GlobalConfig['admin']>['components'] = {};

/** Not the targets themselves: these hold secrets. */
const shown = (targets: Target[]): TargetShown[] => targets.map(({ name, title, place }) => ({ name, title, place }));

/** What the whole desk adds. A host's own components stand before these. */
export const rootComponents = (targets: Target[]): NonNullable<NonNullable<Config['admin']>['components']> => ({
  afterNavLinks: ['@dateline/cms/client#ModerationNavLink', '@dateline/cms/client#SiteNavLink'],
  beforeDashboard: [
    { path: '@dateline/cms/rsc#DeskOverview', serverProps: { targets: shown(targets) } },
    '@dateline/cms/rsc#DeskSchedules',
  ],
  beforeLogin: ['@dateline/cms/rsc#LoginNotice'],
  graphics: { Icon: '@dateline/cms/client#DeskIcon', Logo: '@dateline/cms/client#Wordmark' },
  providers: ['@dateline/cms/client#DeskStyles'],
  views: {
    moderation: {
      path: '/moderation',
      exact: true,
      Component: '@dateline/cms/rsc#ModerationView',
      meta: { title: 'Moderation' },
    },
    moderationLog: {
      path: '/moderation/log',
      exact: true,
      Component: '@dateline/cms/rsc#ModerationLogView',
      meta: { title: 'Log of moderation' },
    },
    site: {
      path: '/site',
      exact: true,
      Component: {
        path: '@dateline/cms/rsc#SiteView',
        serverProps: { targets: shown(targets) },
      },
      meta: { title: 'The site' },
    },
  },
});

/** What an article's editor can do beyond text: the menu of mentions. */
export const bodyFeatures: FeatureProviderServer[] = [mentionFeature()];

/** In the sidebar of everything that can be published: when that will happen. */
export const scheduleField: Field = {
  name: 'schedule',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '@dateline/cms/client#SchedulePanel' },
  },
};

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
  scheduleField,
  {
    name: 'publishPlan',
    type: 'ui',
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      components: { Field: '@dateline/cms/client#PublishPlanNote' },
    },
  },
];

/** Fields of kind `ui` in a person's sidebar, and in the list of people. */
export const personFields: Field[] = [
  {
    name: 'merge',
    type: 'ui',
    label: 'Merged',
    admin: {
      position: 'sidebar',
      components: { Field: '@dateline/cms/client#PersonMerge', Cell: '@dateline/cms/client#MergedCell' },
    },
  },
];
