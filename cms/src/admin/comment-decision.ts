import type { CommentStatus } from '../moderation/desk/shapes.ts';

type Decision = { to: CommentStatus; label: string };

const approve: Decision = { to: 'published', label: 'Approve' };
const refuse: Decision = { to: 'refused', label: 'Refuse' };
const remove: Decision = { to: 'removed', label: 'Remove' };

/** Once readers have seen it, taking it away leaves its place. */
const decisions: Record<CommentStatus, readonly Decision[]> = {
  held: [approve, refuse],
  published: [remove],
  refused: [approve],
  removed: [{ to: 'published', label: 'Restore' }],
};

/** What a moderator can make of a comment with one click: nothing where its words are gone for good. */
export const decisionsOn = (status: CommentStatus, body: unknown): readonly Decision[] =>
  body === '' ? [] : decisions[status];

export const statusLabels: Record<CommentStatus, string> = {
  held: 'Held',
  published: 'Published',
  refused: 'Refused',
  removed: 'Removed',
};

export const isCommentStatus = (status: unknown): status is CommentStatus =>
  typeof status === 'string' && Object.hasOwn(decisions, status);
