'use client';

import type { QueueItem } from '../../moderation/desk/shapes.ts';
import type { News } from './queue-state.ts';

const becomes = {
  held: 'it waits again',
  published: 'it is published',
  refused: 'it is refused',
  removed: 'it is removed',
};

function say(news: News, latest: QueueItem | null | undefined): string {
  if (news === 'gone' || !latest) return 'Its reader has deleted it meanwhile. There is nothing to decide.';
  if (news === 'changed') return 'Its reader has changed it meanwhile. Read it again before you decide.';
  return `Somebody else has decided it meanwhile: ${becomes[latest.status]}.`;
}

/** What somebody else has made of the comment that is open, told politely; what is shown changes when the moderator wants it. */
export function CommentNews({
  news,
  latest,
  onTakeUp,
}: {
  news: News | null;
  latest: QueueItem | null | undefined;
  onTakeUp: () => void;
}) {
  return (
    <div className="dateline-news">
      <p role="status">{news && <span className="dateline-notice">{say(news, latest)}</span>}</p>
      {(news === 'changed' || news === 'decided') && (
        <button className="dateline-decision__act" onClick={onTakeUp} type="button">
          {news === 'changed' ? 'Show the new words' : 'Show it as it is now'}
        </button>
      )}
    </div>
  );
}
