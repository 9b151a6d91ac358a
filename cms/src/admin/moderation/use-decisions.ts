'use client';

import { useCallback, useState } from 'react';
import type { CommentStatus, Decided, QueueItem } from '../../moderation/desk/shapes.ts';
import { useDesk } from './use-desk.ts';

/** What was done last, and can be taken back. */
export interface Done {
  batch: string | null;
  said: string;
}

const verbs: Record<CommentStatus, string> = {
  published: 'Approved',
  refused: 'Refused',
  removed: 'Removed',
  held: 'Put back into the queue',
};

/** What a moderator turns down: what readers have seen leaves its place. */
export const turnedDown = (item: QueueItem): CommentStatus => (item.status === 'published' ? 'removed' : 'refused');

/** Decides comments, and takes the last decision back. */
export function useDecisions() {
  const ask = useDesk();
  const [done, setDone] = useState<Done | null>(null);

  const decide = useCallback(
    async (items: readonly QueueItem[], to: CommentStatus, reason = ''): Promise<Decided | null> => {
      const comments = items.map(({ id, status, edited }) => ({ id, from: status, edited }));
      const answer = await ask<Decided>('/decisions', { comments, to, reason });
      if (!answer) return null;
      const { batch, decided, skipped } = answer;
      const late =
        skipped.length > 0 ? ` ${skipped.length} had been decided by somebody else, or deleted by the reader.` : '';
      const count = decided.length === 1 ? '' : ` ${decided.length} comments`;
      setDone({ batch, said: decided.length > 0 ? `${verbs[to]}${count}.${late}` : late.trim() });
      return answer;
    },
    [ask],
  );

  const undo = useCallback(async (): Promise<Decided | null> => {
    if (!done?.batch) return null;
    const answer = await ask<Decided>(`/decisions/${done.batch}/undo`, {});
    if (!answer) return null;
    const said =
      answer.decided.length > 0
        ? 'Taken back.'
        : 'It could not be taken back: somebody has decided anew since, or the reader has deleted it.';
    setDone({ batch: null, said });
    return answer;
  }, [ask, done]);

  /** Says what else was done, which has its own way back. */
  const say = useCallback((said: string) => setDone({ batch: null, said }), []);

  return { done, decide, undo, say };
}
