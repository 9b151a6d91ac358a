'use client';

export { ArticleStatus } from './admin/article-status.tsx';
export { CommentBodyCell } from './admin/comment-body-cell.tsx';
export { CommentStatusCell } from './admin/comment-status-cell.tsx';
export { CommentTabs } from './admin/comment-tabs.tsx';
export { DeskStyles } from './admin/desk-styles.tsx';
export { StandingNote } from './admin/standing-note.tsx';
export { DeskIcon, Wordmark } from './admin/wordmark.tsx';
export { MentionFeatureClient } from './mention/feature-client.ts';
