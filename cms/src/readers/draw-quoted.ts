import { escapeHtml } from '@dateline/shared/html';
import { commentHtml } from '../project/comment-html.ts';
import type { CommentRow } from './comment-rows.ts';

/** What a comment says, kept apart from the text around it in whatever direction it runs. */
export const drawSaid = (row: CommentRow, publicURL: string): string =>
  `<div class="said-here" dir="auto">${commentHtml(row.body, publicURL)}</div>`;

/** A comment above a form that is about it. */
export const drawQuoted = (row: CommentRow, publicURL: string): string =>
  `<blockquote class="quoted"><p><bdi>${escapeHtml(row.authorName)}</bdi>:</p>${drawSaid(row, publicURL)}</blockquote>`;
