'use client';

import type { CommentMode } from '@dateline/shared/article';
import { useState } from 'react';
import { useDesk } from './use-desk.ts';

// Not the contract's own list: zod, which comes with it, tries to compile code, and the desk's policy lets no browser do that.
const labels: Record<CommentMode, string> = { open: 'Open', held: 'Held', closed: 'Closed' };
const modes = Object.keys(labels) as CommentMode[];

interface Props {
  article: string;
  headline: string;
  /** What the article says of its thread now. */
  mode: CommentMode;
  onDone: () => void;
}

/** Opens, holds or closes one thread, at once. */
export function ThreadMode({ article, headline, mode, onDone }: Props) {
  const ask = useDesk();
  const [busy, setBusy] = useState(false);
  async function set(wanted: CommentMode) {
    setBusy(true);
    const answer = await ask(`/threads/${article}`, { mode: wanted });
    setBusy(false);
    if (answer) onDone();
  }
  return (
    <span aria-label={`The thread under ${headline}`} className="dateline-moderation__acts" role="group">
      <span>Thread:</span>
      {modes.map((wanted) => (
        <button
          aria-pressed={wanted === mode}
          className="dateline-decision__act"
          disabled={busy}
          key={wanted}
          onClick={() => void set(wanted)}
          type="button"
        >
          {labels[wanted]}
        </button>
      ))}
    </span>
  );
}
