'use client';

import type { LogLine } from '../../moderation/desk/shapes.ts';
import { sayInstant } from './say-time.ts';

function say({ act, before, after }: LogLine): string {
  if (act === 'decide') return `${before} → ${after}`;
  if (act === 'suspend') return after === 'suspended' ? 'Suspended' : `Suspended until ${sayInstant(String(after))}`;
  if (act === 'badge') return after === null ? 'Shown as a reader' : 'Shown as staff or one of our people';
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
  };
  return words[act] ?? act;
}

/** What readers do themselves. */
const ofReaders = new Set(['edit', 'withdraw']);

/** What was done, the last first. */
export function LogLines({ lines }: { lines: readonly LogLine[] }) {
  return (
    <ol className="dateline-log">
      {lines.map((line) => (
        <li key={`${line.at}-${line.act}-${line.after}`}>
          <strong>{say(line)}</strong>
          {line.reason && <span className="dateline-log__reason"> {line.reason}</span>}
          <span className="dateline-fact">
            {line.by === null ? (ofReaders.has(line.act) ? 'The reader' : 'By the rules') : line.by || 'Somebody'},{' '}
            {sayInstant(line.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
