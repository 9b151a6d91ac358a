'use client';

import type { DefaultCellComponentProps } from 'payload';
import { useMerges } from './use-merges.ts';

/** In the list of people: who stands for somebody who was merged. */
export function MergedCell({ rowData }: DefaultCellComponentProps) {
  const { merges } = useMerges();
  const merge = merges.find(({ person }) => person === rowData.id);
  return merge ? <span className="dateline-menu__note">now {merge.standIn.name ?? 'somebody deleted'}</span> : null;
}
