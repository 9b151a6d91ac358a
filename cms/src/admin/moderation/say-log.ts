import type { LogEntryShown, LogLine } from '../../moderation/desk/shapes.ts';
import { sayInstant } from './say-time.ts';

const words: Record<string, string> = {
  note: 'Note',
  warn: 'Warned',
  ban: 'Banned',
  unban: 'Ban ended',
  lift: 'Suspension ended',
  rename: 'Given another name',
  pin: 'Pinned',
  unpin: 'Pinned no longer',
  pick: 'Editor’s pick',
  unpick: 'Editor’s pick no longer',
  edit: 'Edited by its reader',
  withdraw: 'Deleted by its reader',
  delete: 'Comment deleted, with what it said',
  erase: 'Reader deleted',
  mark: 'Marked',
  unmark: 'Mark taken away',
  settings: 'Settings',
  policy: 'The article’s rules',
  thread: 'Thread',
};

/** What was done with a comment or a reader. */
export function sayLine({ act, before, after }: LogLine): string {
  if (act === 'decide') return `${before} → ${after}`;
  if (act === 'suspend') return after === 'suspended' ? 'Suspended' : `Suspended until ${sayInstant(String(after))}`;
  if (act === 'badge') return after === null ? 'Shown as a reader' : 'Shown as staff or one of our people';
  return words[act] ?? act;
}

/** What is said behind the id of whom or what a mark is on. */
const ruleOf = (mark: string | null) => mark?.replace(/^\S+ /, '') ?? null;

/** From what to what, where that says something that the act does not. */
function sayChange(before: string | null, after: string | null): string {
  if (before === null || before === after) return after ?? '';
  return after === null ? before : `${before} → ${after}`;
}

/** A line of the log as a sentence of its own. */
export function sayEntry(entry: LogEntryShown): string {
  const { act, before, after, subject } = entry;
  if (act === 'decide') return before === after ? `Comment left ${after}` : `Comment: ${before} → ${after}`;
  if (act === 'export')
    return after === 'addresses' ? 'Comments exported, with readers’ addresses' : 'Comments exported';
  if (act === 'mark' || act === 'unmark') {
    return `${sayLine(entry)}: ${subject ?? 'somebody or some place that is gone'}, ${sayChange(ruleOf(before), ruleOf(after))}`;
  }
  if (['settings', 'policy', 'thread', 'ban', 'unban'].includes(act)) {
    return `${sayLine(entry)}: ${sayChange(before, after)}`;
  }
  return sayLine(entry);
}

/** What readers do themselves. */
const ofReaders = new Set(['edit', 'withdraw']);

/** Who did it. */
export function sayBy({ by, act }: LogLine): string {
  if (by !== null) return by || 'Somebody';
  if (ofReaders.has(act)) return 'The reader';
  return act === 'export' ? 'By the command' : 'By the rules';
}
