'use client';

export { ArticleStatus } from './admin/article-status.tsx';
export { CommentBodyCell } from './admin/comment-body-cell.tsx';
export { CommentStatusCell } from './admin/comment-status-cell.tsx';
export { CommentTabs } from './admin/comment-tabs.tsx';
export { DeskStyles } from './admin/desk-styles.tsx';
export { EmbargoField } from './admin/embargo-field.tsx';
export { MergedCell } from './admin/merged-cell.tsx';
export { ModerationNavLink } from './admin/moderation/moderation-nav-link.tsx';
export { PersonMerge } from './admin/person-merge.tsx';
export { PublishOrSchedule } from './admin/publish-or-schedule.tsx';
export { PublishPlanNote } from './admin/publish-plan.tsx';
export { ScheduleItem } from './admin/schedule-item.tsx';
export { SchedulePanel } from './admin/schedule-panel.tsx';
export { SiteNavLink } from './admin/builds/site-nav-link.tsx';
export { StandingNote } from './admin/standing-note.tsx';
export { DeskIcon, Wordmark } from './admin/wordmark.tsx';
export { MentionFeatureClient } from './mention/feature-client.ts';
