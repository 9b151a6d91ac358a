'use client';

import type { ReaderRecord as Record } from '../../moderation/desk/shapes.ts';
import { statusLabels } from '../comment-decision.ts';
import { LogLines } from './log-lines.tsx';
import { ReaderActs } from './reader-acts.tsx';
import { sayAge, sayInstant } from './say-time.ts';

const standings: { [status: string]: string } = {
  active: 'Active',
  unverified: 'Unverified',
  unclaimed: 'Unclaimed',
  suspended: 'Suspended',
};

/** Who wrote it: since when, what became of what they wrote, and what the desk has said to them. */
export function ReaderRecord({
  record,
  now,
  onChange,
  onNarrow,
}: {
  record: Record;
  now: number;
  onChange: (record: Record) => void;
  /** Shows the comments of a reader alone. */
  onNarrow: (reader: string) => void;
}) {
  const { counts, warnings, suspendedUntil, status } = record;
  return (
    <aside aria-label={`The record of ${record.name}`} className="dateline-record">
      <h2>{record.name}</h2>
      <p className="dateline-fact">
        {standings[status] ?? status}
        {suspendedUntil !== null && status === 'suspended' && ` until ${sayInstant(suspendedUntil)}`}. Registered{' '}
        {sayAge(record.since, now)}.
      </p>
      <dl className="dateline-counters dateline-counters--small">
        {(['published', 'held', 'refused', 'removed'] as const).map((name) => (
          <div key={name}>
            <dt>{statusLabels[name]}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
        <div>
          <dt>Warnings</dt>
          <dd>{warnings}</dd>
        </div>
      </dl>
      <button className="dateline-decision__act" onClick={() => onNarrow(record.id)} type="button">
        Only this reader
      </button>
      <h3>Latest comments</h3>
      <ol className="dateline-log">
        {record.comments.map((comment) => (
          <li key={comment.id}>
            <span className="dateline-queue__text">{comment.body}</span>
            <span className="dateline-fact">
              {statusLabels[comment.status]}, {sayAge(comment.at, now)}, on {comment.headline}
            </span>
          </li>
        ))}
      </ol>
      <h3>Notes, warnings, suspensions</h3>
      {record.log.length === 0 && <p className="dateline-panel__quiet">None.</p>}
      <LogLines lines={record.log} />
      <ReaderActs key={record.id} onDone={onChange} record={record} />
    </aside>
  );
}
