'use client';

import type { QueueFilter } from '../../moderation/desk/shapes.ts';
import { holdReasons } from '../../moderation/verdict.ts';

const called: Record<QueueFilter['by'], string> = {
  article: 'The thread under',
  person: 'Stories that mention',
  reader: 'Comments of',
  comment: 'One comment, of',
  reason: 'Waiting since:',
};

interface Props {
  /** By what the queue is narrowed. */
  only: readonly QueueFilter[];
  onReason: (reason: string) => void;
  /** Takes one away. */
  onWiden: (by: QueueFilter['by']) => void;
  shown: number;
  onChooseAll: () => void;
}

/** What the queue is narrowed to, and all that is shown chosen at once. */
export function FilterBar({ only, onReason, onWiden, shown, onChooseAll }: Props) {
  const reason = only.some(({ by }) => by === 'reason');
  return (
    <div className="dateline-filters">
      {only.map(({ by, name }) => (
        <span className="dateline-filters__one" key={by}>
          {called[by]} <strong>{name || 'what is gone'}</strong>
          <button className="dateline-decision__act" onClick={() => onWiden(by)} type="button">
            Show all
          </button>
        </span>
      ))}
      {!reason && (
        <label>
          Why it waits{' '}
          <select onChange={(event) => onReason(event.target.value)} value="">
            <option value="">Any reason</option>
            {Object.entries(holdReasons).map(([name, sentence]) => (
              <option key={name} value={name}>
                {sentence}
              </option>
            ))}
          </select>
        </label>
      )}
      {shown > 0 && (
        <button className="dateline-decision__act" onClick={onChooseAll} type="button">
          Choose all shown
        </button>
      )}
    </div>
  );
}
