import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc';
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc';
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc';
import { MentionFeatureClient as MentionFeatureClient_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client';
import { ArticleStatus as ArticleStatus_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { SchedulePanel as SchedulePanel_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { PublishPlanNote as PublishPlanNote_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { EmbargoField as EmbargoField_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { PublishOrSchedule as PublishOrSchedule_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { PersonMerge as PersonMerge_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { MergedCell as MergedCell_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { CommentBodyCell as CommentBodyCell_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { CommentStatusCell as CommentStatusCell_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { CommentTabs as CommentTabs_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { DeskIcon as DeskIcon_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { Wordmark as Wordmark_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { ModerationNavLink as ModerationNavLink_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { SiteNavLink as SiteNavLink_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { DeskOverview as DeskOverview_4b7b8c521d7887bfc7bca694ccba5da1 } from '@dateline/cms/rsc';
import { DeskSchedules as DeskSchedules_4b7b8c521d7887bfc7bca694ccba5da1 } from '@dateline/cms/rsc';
import { LoginNotice as LoginNotice_4b7b8c521d7887bfc7bca694ccba5da1 } from '@dateline/cms/rsc';
import { DeskStyles as DeskStyles_9f60e506ed944081efe89952ea3e4b7f } from '@dateline/cms/client';
import { ModerationView as ModerationView_4b7b8c521d7887bfc7bca694ccba5da1 } from '@dateline/cms/rsc';
import { ModerationLogView as ModerationLogView_4b7b8c521d7887bfc7bca694ccba5da1 } from '@dateline/cms/rsc';
import { SiteView as SiteView_4b7b8c521d7887bfc7bca694ccba5da1 } from '@dateline/cms/rsc';
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc';

/** @type import('payload').ImportMap */
export const importMap = {
  '@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell': RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  '@payloadcms/richtext-lexical/rsc#RscEntryLexicalField': RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  '@payloadcms/richtext-lexical/rsc#LexicalDiffComponent': LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  '@dateline/cms/client#MentionFeatureClient': MentionFeatureClient_9f60e506ed944081efe89952ea3e4b7f,
  '@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient':
    InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient':
    FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#BlocksFeatureClient': BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#UploadFeatureClient': UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#LinkFeatureClient': LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient':
    HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#OrderedListFeatureClient':
    OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#UnorderedListFeatureClient':
    UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#SuperscriptFeatureClient':
    SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#SubscriptFeatureClient': SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#StrikethroughFeatureClient':
    StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#BoldFeatureClient': BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#ItalicFeatureClient': ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#HeadingFeatureClient': HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@payloadcms/richtext-lexical/client#ParagraphFeatureClient': ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  '@dateline/cms/client#ArticleStatus': ArticleStatus_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#SchedulePanel': SchedulePanel_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#PublishPlanNote': PublishPlanNote_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#EmbargoField': EmbargoField_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#PublishOrSchedule': PublishOrSchedule_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#PersonMerge': PersonMerge_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#MergedCell': MergedCell_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#CommentBodyCell': CommentBodyCell_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#CommentStatusCell': CommentStatusCell_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#CommentTabs': CommentTabs_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#DeskIcon': DeskIcon_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#Wordmark': Wordmark_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#ModerationNavLink': ModerationNavLink_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/client#SiteNavLink': SiteNavLink_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/rsc#DeskOverview': DeskOverview_4b7b8c521d7887bfc7bca694ccba5da1,
  '@dateline/cms/rsc#DeskSchedules': DeskSchedules_4b7b8c521d7887bfc7bca694ccba5da1,
  '@dateline/cms/rsc#LoginNotice': LoginNotice_4b7b8c521d7887bfc7bca694ccba5da1,
  '@dateline/cms/client#DeskStyles': DeskStyles_9f60e506ed944081efe89952ea3e4b7f,
  '@dateline/cms/rsc#ModerationView': ModerationView_4b7b8c521d7887bfc7bca694ccba5da1,
  '@dateline/cms/rsc#ModerationLogView': ModerationLogView_4b7b8c521d7887bfc7bca694ccba5da1,
  '@dateline/cms/rsc#SiteView': SiteView_4b7b8c521d7887bfc7bca694ccba5da1,
  '@payloadcms/next/rsc#CollectionCards': CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1,
};
