'use client';

import { toast, useAuth, useRouteCache } from '@payloadcms/ui';
import type { DefaultCellComponentProps } from 'payload';
import { useState } from 'react';
import type { CommentStatus, Decided } from '../moderation/desk/shapes.ts';
import { decisionsOn, isCommentStatus, statusLabels } from './comment-decision.ts';
import { RefuseForm } from './moderation/refuse-form.tsx';
import { useDesk } from './moderation/use-desk.ts';

const late = 'Somebody else has decided it, or its reader has changed it. Look at it again.';

/** A comment's state in the list, with the one click that decides it; turned down, it wants a reason. */
export function CommentStatusCell({ cellData, collectionSlug, rowData }: DefaultCellComponentProps) {
  const ask = useDesk();
  const { permissions } = useAuth();
  const { clearRouteCache } = useRouteCache();
  const [isRefusing, setRefusing] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!isCommentStatus(cellData)) return null;
  const mayDecide = Boolean(permissions?.collections?.[collectionSlug]?.update);

  async function decide(to: CommentStatus, reason = '') {
    setBusy(true);
    const comments = [{ id: rowData.id, from: cellData, edited: rowData.editedAt ?? null }];
    const answer = await ask<Decided>('/decisions', { comments, to, reason });
    setBusy(false);
    if (!answer) return;
    if (answer.decided.length === 0) toast.error(late);
    else setRefusing(false);
    clearRouteCache();
  }

  const decisions = mayDecide ? decisionsOn(cellData, rowData.body) : [];
  const down = decisions.find(({ to }) => to === 'refused' || to === 'removed');
  return (
    <div className="dateline-decision">
      <span className={`dateline-decision__state dateline-decision__state--${cellData}`}>{statusLabels[cellData]}</span>
      {decisions.map((decision) => (
        <button
          aria-expanded={decision === down ? isRefusing : undefined}
          className={`dateline-decision__act dateline-decision__act--${decision.to}`}
          disabled={busy}
          key={decision.to}
          onClick={() => (decision === down ? setRefusing(!isRefusing) : void decide(decision.to))}
          type="button"
        >
          {decision.label}
          {decision === down && '…'}
        </button>
      ))}
      {down && isRefusing && (
        <RefuseForm
          busy={busy}
          count={1}
          onCancel={() => setRefusing(false)}
          onRefuse={(reason) => void decide(down.to, reason)}
          verb={down.to === 'removed' ? 'Remove' : 'Refuse'}
        />
      )}
    </div>
  );
}
