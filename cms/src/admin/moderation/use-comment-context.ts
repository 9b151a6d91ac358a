'use client';

import { useCallback, useEffect, useState } from 'react';
import type { CommentContext, ReaderRecord } from '../../moderation/desk/shapes.ts';
import { useDesk } from './use-desk.ts';

/**
 * What is needed to judge a comment.
 * @param id Null where nothing is open, or it is gone.
 * @param told When the queue was told: the context is asked for anew with it.
 */
export function useCommentContext(id: string | null, told: number) {
  const ask = useDesk();
  const [known, setKnown] = useState<{ of: string; context: CommentContext } | null>(null);
  useEffect(() => {
    if (id === null) return;
    const abort = new AbortController();
    void ask<CommentContext>(`/comments/${id}`, undefined, abort.signal).then((context) => {
      if (context && !abort.signal.aborted) setKnown({ of: id, context });
    });
    return () => abort.abort();
  }, [ask, id, told]);
  const setReader = useCallback(
    (reader: ReaderRecord) => setKnown((before) => before && { ...before, context: { ...before.context, reader } }),
    [],
  );
  return { known, setReader };
}
