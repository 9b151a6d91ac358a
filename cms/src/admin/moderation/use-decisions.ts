'use client';

import { useCallback, useState } from 'react';
import type { Decided, QueueItem } from '../../moderation/desk/shapes.ts';
import { turnedDown } from '../../moderation/desk/shapes.ts';
import { useDesk } from './use-desk.ts';

/** What was done last, and can be taken back. */
export interface Done {
  batch: string | null;
  said: string;
}

/** What a moderator makes of comments; to refuse one that readers have seen is to remove it. */
export type Wanted = 'published' | 'refused';

/** What turning them down is called: removing where readers have seen all of them. */
export const downOf = (items: readonly QueueItem[]) =>
  items.every(({ status }) => turnedDown(status) === 'removed') ? 'Remove' : 'Refuse';

const past = { Approve: 'Approved', Remove: 'Removed', Refuse: 'Refused' };

/** What could not be decided, in sentences. */
function sayLeft({ decided, skipped, changed }: Decided): string {
  const isOne = decided.length + skipped.length + changed.length === 1;
  const late =
    skipped.length > 0 &&
    `${isOne ? 'It' : skipped.length} had been decided by somebody else, or deleted by the reader.`;
  const one = isOne
    ? 'Its reader has changed it: read it again.'
    : `${changed.length} were changed by their readers: read them again.`;
  return [late, changed.length > 0 && one].filter(Boolean).join(' ');
}

/** Decides comments, and takes the last decision back. */
export function useDecisions() {
  const ask = useDesk();
  const [done, setDone] = useState<Done | null>(null);

  const decide = useCallback(
    async (items: readonly QueueItem[], to: Wanted, reason = ''): Promise<Decided | null> => {
      const comments = items.map(({ id, status, edited, reported }) => ({ id, from: status, edited, reported }));
      const answer = await ask<Decided>('/decisions', { comments, to, reason });
      if (!answer) return null;
      const { batch, decided } = answer;
      const verb = past[to === 'published' ? 'Approve' : downOf(items)];
      const count = decided.length === 1 ? '' : ` ${decided.length} comments`;
      setDone({ batch, said: `${decided.length > 0 ? `${verb}${count}. ` : ''}${sayLeft(answer)}`.trim() });
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
