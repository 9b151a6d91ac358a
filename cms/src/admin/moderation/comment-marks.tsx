'use client';

import type { QueueItem } from '../../moderation/desk/shapes.ts';
import { canBear, type Mark } from '../../moderation/fitting-marks.ts';

const labels: Record<Mark, string> = { pinned: 'Pin', pick: 'Editor’s pick' };

/** What lifts a comment out of its thread, each set and taken away by the same button. */
export function CommentMarks({ item, onMark }: { item: QueueItem; onMark: (mark: Mark) => void }) {
  const marks = (['pinned', 'pick'] as const).filter((mark) => canBear[mark](item));
  if (marks.length === 0) return null;
  return (
    <div aria-label="Marks" className="dateline-moderation__acts" role="group">
      {marks.map((mark) => (
        <button
          aria-pressed={item[mark]}
          className="dateline-decision__act"
          key={mark}
          onClick={() => onMark(mark)}
          type="button"
        >
          {labels[mark]}
        </button>
      ))}
    </div>
  );
}
