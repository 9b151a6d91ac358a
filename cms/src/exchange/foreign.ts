/** What a file of another comment system says, one thing at a time, in whatever order it has them. */
export type Foreign =
  ({ is: 'thread' } & ForeignThread) | ({ is: 'author' } & ForeignAuthor) | ({ is: 'comment' } & ForeignComment);

interface ForeignThread {
  key: string;
  /** Where it stood; empty where the file does not say. */
  url: string;
  /** Other names of the article by which it may be found: a slug or an id. */
  hints: string[];
}

interface ForeignAuthor {
  key: string;
  name: string;
  email: string | null;
  /** Whether the other system knew that the address is theirs. What a guest typed may be anybody's. */
  isConfirmed: boolean;
}

/** Why a comment is not brought in. */
export const skipReasons = {
  removed: 'removed where they were',
  deleted: 'deleted where they were',
  spam: 'spam where they were',
  waiting: 'not approved where they were',
  empty: 'without any text',
  undated: 'without a date that can be read',
  circle: 'an answer to themselves',
  twice: 'in the file more than once',
  unmatched: 'in threads without an article here',
  orphan: 'an answer to one that was deleted here',
  before: 'brought in before',
} as const;

export type SkipReason = keyof typeof skipReasons;

export interface CommentMarks {
  /** When it was written, where that was before it became public. */
  written: string | null;
  /** When its text was last changed. */
  edited: string | null;
  pinned: boolean;
  pick: boolean;
}

export interface ForeignComment {
  key: string;
  thread: string;
  parent: string | null;
  author: string | null;
  /** The name under it; the author's where it is empty. */
  name: string;
  text: string;
  /** ISO 8601, UTC; null where it cannot be read. */
  at: string | null;
  /** What only our own export says of one. */
  marks?: CommentMarks;
  /** Why it is left out. Where others answer it, its place stays, and that of a `removed` one always. */
  skip: 'removed' | 'deleted' | 'spam' | 'waiting' | null;
}

/** One file that is read. */
export interface ForeignFile {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** What is wrong with a file, and where. */
export class UnreadableFile extends Error {
  constructor(name: string, line: number, what: string) {
    super(`${name}, line ${line}: ${what}`);
  }
}

const forms = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,3})\d*)?\s*(Z|[+-]\d{2}:?\d{2}|UTC)?$/;

/** An instant as other systems write it, where no zone is named in UTC; null for what is none, or lies ahead. */
export function readInstant(text: string, now = Date.now()): string | null {
  const [, day, time, fraction = '0', zone = 'Z'] = forms.exec(text.trim()) ?? [];
  if (!day || !time) return null;
  const at = Date.parse(`${day}T${time}.${fraction.padEnd(3, '0')}${zone === 'UTC' ? 'Z' : zone}`);
  return Number.isNaN(at) || at > now || at <= 0 ? null : new Date(at).toISOString();
}
