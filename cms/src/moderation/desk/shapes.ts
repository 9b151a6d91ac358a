import type { CommentMode } from '@dateline/shared/article';

/** What the desk's queue and the endpoints behind it say to each other. */
export const queueViews = ['held', 'reported', 'recent'] as const;
export type QueueView = (typeof queueViews)[number];

/** How many can be decided at once. */
export const mostAtOnce = 100;

export const commentStatuses = ['held', 'published', 'refused', 'removed'] as const;
export type CommentStatus = (typeof commentStatuses)[number];

/** What a comment becomes that is turned down: what readers have seen leaves its place. */
export const turnedDown = (status: CommentStatus): CommentStatus => (status === 'published' ? 'removed' : 'refused');

export interface QueueItem {
  id: string;
  body: string;
  author: string;
  status: CommentStatus;
  /** Why it waits, in a sentence; null where nothing is known. */
  heldFor: string | null;
  at: string;
  /** When its reader last changed it: which of its words these are. */
  edited: string | null;
  article: { id: string; headline: string };
  /** Null for those who may not see readers, and where the account is gone. */
  reader: string | null;
  reports: number;
  /** When the last of them came; null where it was never reported. */
  reported: string | null;
  /** What it answers to, at the top; null where it begins a conversation. */
  root: string | null;
  /** Whom it answers; null where it begins a conversation. */
  answers: string | null;
  pinned: boolean;
  pick: boolean;
}

export interface Alert {
  kind: 'thread' | 'person' | 'recommendations';
  /** The article's, the person's or the comment's id. */
  id: string;
  /** The person's, or the article's headline. */
  name: string;
  /** Whose comment is recommended; null where it is not about one. */
  author: string | null;
  /** What the article says of its thread; null where it is not about one. */
  mode: CommentMode | null;
  count: number;
  /** How many there usually are at this hour: in the busiest thread, or about this person, if that is more; or of the comment that is recommended most. */
  usual: number;
}

export interface Counters {
  waiting: number;
  reported: number;
  /** Since when the comment waits that waits longest. */
  oldest: string | null;
  /** From when it came to wait to its decision, of those that waited and were decided in the last seven days. */
  medianSeconds: number | null;
}

/** By what the queue is narrowed, and what that is called. */
export interface QueueFilter {
  by: 'article' | 'person' | 'reader' | 'comment' | 'reason';
  name: string;
}

export interface Queue {
  items: QueueItem[];
  /** Those that were asked for by their ids, as they are now, whatever the view has. */
  asked: QueueItem[];
  /** Behind which the queue goes on; null where these are the last. */
  next: string | null;
  only: QueueFilter[];
  /** Of the whole queue, whatever it is narrowed to. */
  counters: Counters;
  alerts: Alert[];
  /** Whether every thread is closed. */
  allClosed: boolean;
}

export interface ThreadComment {
  id: string;
  author: string;
  body: string;
  at: string;
  status: CommentStatus;
}

export interface LogLine {
  at: string;
  by: string | null;
  act: string;
  before: string | null;
  after: string | null;
  reason: string | null;
}

/** A line of the log on its own screen, with what it is about. */
export interface LogEntryShown extends LogLine {
  id: string;
  comment: string | null;
  /** Its headline is null where it is deleted. */
  article: { id: string; headline: string | null } | null;
  /** Null where the account is gone, and for those who may not see readers. */
  reader: { id: string; name: string } | null;
  /** Who or what bears a mark, as they are called now. */
  subject: string | null;
}

/** A reader as moderators know them. */
export interface ReaderRecord {
  id: string;
  name: string;
  status: string;
  since: string;
  suspendedUntil: string | null;
  /** What became of what they wrote, without what they deleted themselves. */
  counts: Record<CommentStatus, number>;
  warnings: number;
  comments: (ThreadComment & { headline: string })[];
  log: LogLine[];
}

/** A comment with all that is needed to judge it. */
export interface CommentContext {
  article: {
    id: string;
    headline: string;
    standfirst: string;
    url: string;
    /** What readers find, and what the article itself says of its thread. */
    mode: CommentMode;
    own: CommentMode;
  };
  /** What it answers, below what that answers at the top. */
  answered: ThreadComment[];
  thread: ThreadComment[];
  /** What it said before its reader changed it, the first first. */
  versions: { body: string; until: string }[];
  reports: string[];
  log: LogLine[];
  reader: ReaderRecord | null;
}

export interface Decided {
  /** Undoes them all; null where nothing was decided. */
  batch: string | null;
  decided: string[];
  /** Those of which somebody else has made something in the meantime, or whose words are gone for good. */
  skipped: string[];
  /** Those whose readers have changed them since they were read, as they are now. */
  changed: Pick<QueueItem, 'id' | 'body' | 'edited'>[];
}
