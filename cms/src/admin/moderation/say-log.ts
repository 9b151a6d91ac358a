import type { LogEntryShown, LogLine } from '../../moderation/desk/shapes.ts';
import { isCommentStatus, statusLabels } from '../comment-decision.ts';
import { wordsOfName, type FieldWords } from './field-words.ts';
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

type Write = (instant: string) => string;

/** How a line is said: what the fields of rules are called, and instants written. */
export interface LogWords {
  settings: FieldWords;
  policy: FieldWords;
  write: Write;
}

const stateOf = (status: string | null) =>
  (isCommentStatus(status) ? statusLabels[status] : String(status)).toLowerCase();

/** What was done with a comment or a reader. */
export function sayLine(line: LogLine, write: Write = sayInstant): string {
  const { act, before, after } = line;
  if (act === 'decide') {
    return before === after ? `Left ${stateOf(after)}` : `From ${stateOf(before)} to ${stateOf(after)}`;
  }
  if (act === 'suspend') return after === 'suspended' ? 'Suspended' : `Suspended until ${write(String(after))}`;
  if (act === 'badge') return after === null ? 'Shown as a reader' : 'Shown as staff or one of our people';
  if (act === 'ban' && before !== null) return 'Ban changed';
  return words[act] ?? act;
}

/** What is said behind the id of whom or what a mark is on. */
const ruleOf = (mark: string | null) => mark?.replace(/^\S+ /, '') ?? null;

/** From what to what, where that says something that the act does not. */
function sayChange(before: string | null, after: string | null): string {
  if (before === null || before === after) return after ?? '';
  return after === null ? before : `from ${before} to ${after}`;
}

/** A rule that was changed: `“Links that a comment may have” from 2 to 5`. Of a list the log has its name alone. */
function sayRule({ act, before, after }: LogLine, fields: FieldWords): string {
  const [name = ''] = (after ?? before ?? '').split(': ', 1);
  const { label, values } = fields[name] ?? { label: wordsOfName(name), values: {} };
  const none = act === 'policy' ? '“as in the settings”' : 'nothing';
  const valueOf = (said: string | null) => {
    const value = said?.slice(name.length + 2) ?? '';
    return Object.hasOwn(values, value) ? values[value] : value === 'none' ? none : value;
  };
  return before === after ? `“${label}” changed` : `“${label}” from ${valueOf(before)} to ${valueOf(after)}`;
}

const instant = /\d{4}-\d\d-\d\dT[\d:.]+Z/;

/** A line of the log as a sentence of its own. */
export function sayEntry(entry: LogEntryShown, { settings, policy, write }: LogWords): string {
  const { act, before, after, subject } = entry;
  const what = sayLine(entry, write);
  const dated = (said: string | null) => said?.replace(instant, write) ?? null;
  switch (act) {
    case 'decide':
      return `Comment: ${what.toLowerCase()}`;
    case 'export':
      return after === 'addresses' ? 'Comments exported, with readers’ addresses' : 'Comments exported';
    case 'mark':
    case 'unmark':
      return `${what}: ${subject ?? 'somebody or some place that is gone'}, ${sayChange(ruleOf(before), ruleOf(after))}`;
    case 'settings':
      return `${what}: ${sayRule(entry, settings)}`;
    case 'policy':
      return `${what}: ${sayRule(entry, policy)}`;
    case 'thread':
      return `${what}: ${sayChange(before, after)}`;
    case 'ban':
    case 'unban':
      return `${what}: ${sayChange(dated(before), dated(after))}`;
    default:
      return what;
  }
}

/** What readers do themselves. */
const ofReaders = new Set(['edit', 'withdraw']);

/** Who did it. */
export function sayBy({ by, act }: LogLine): string {
  if (by !== null) return by || 'Somebody';
  if (ofReaders.has(act)) return 'The reader';
  return act === 'export' ? 'By the command' : 'By the rules';
}
