'use client';

import { useConfig } from '@payloadcms/ui';
import { useCallback } from 'react';
import type { QueueItem } from '../../moderation/desk/shapes.ts';
import type { Mark } from '../../moderation/fitting-marks.ts';
import { askDesk } from '../ask-desk.ts';

export type Marks = Pick<QueueItem, Mark>;

/** Sets a mark, or takes it away where it is set. Answers with the marks that the comment bears then. */
export function useMark() {
  const { config } = useConfig();
  const base = `${config.serverURL}${config.routes.api}/comments`;
  return useCallback(
    async (item: QueueItem, mark: Mark): Promise<Marks | null> => {
      const body = { [mark]: !item[mark] };
      const answer = await askDesk<{ doc: Partial<Marks> }>(`${base}/${item.id}?depth=0`, { method: 'PATCH', body });
      return answer && { pinned: Boolean(answer.doc.pinned), pick: Boolean(answer.doc.pick) };
    },
    [base],
  );
}

const said: Record<Mark, [set: string, unset: string]> = {
  pinned: ['Pinned.', 'Pinned no longer.'],
  pick: ['Editor’s pick.', 'Editor’s pick no longer.'],
};

/** What became of it, in a sentence: what is no longer public bears no mark. */
export function sayMark(before: QueueItem, mark: Mark, after: Marks): string {
  if (after[mark] === before[mark]) return 'It is not public any more, and bears no mark.';
  return said[mark][after[mark] ? 0 : 1];
}
