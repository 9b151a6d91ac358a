'use client';

import { useAuth, useConfig, useRouteCache } from '@payloadcms/ui';
import type { DefaultCellComponentProps } from 'payload';
import { useState } from 'react';
import { askDesk } from './ask-desk.ts';
import { decisionsOn, isCommentStatus, statusLabels, type CommentStatus } from './comment-decision.ts';

/** A comment's state in the list, with the one click that decides it. */
export function CommentStatusCell({ cellData, collectionSlug, rowData }: DefaultCellComponentProps) {
  const { config } = useConfig();
  const { permissions } = useAuth();
  const { clearRouteCache } = useRouteCache();
  const [decided, setDecided] = useState<CommentStatus | null>(null);
  const [busy, setBusy] = useState(false);
  const status: unknown = decided ?? cellData;
  if (!isCommentStatus(status)) return null;
  const mayDecide = Boolean(permissions?.collections?.[collectionSlug]?.update);

  async function decide(to: CommentStatus) {
    setBusy(true);
    const url = `${config.serverURL}${config.routes.api}/${collectionSlug}/${String(rowData.id)}?depth=0`;
    const answer = await askDesk<object>(url, { method: 'PATCH', body: { status: to } });
    setBusy(false);
    if (!answer) return;
    setDecided(to);
    clearRouteCache();
  }

  return (
    <div className="dateline-decision">
      <span className={`dateline-decision__state dateline-decision__state--${status}`}>{statusLabels[status]}</span>
      {mayDecide &&
        decisionsOn(status, rowData.body).map(({ to, label }) => (
          <button
            className={`dateline-decision__act dateline-decision__act--${to}`}
            disabled={busy}
            key={to}
            onClick={() => void decide(to)}
            type="button"
          >
            {label}
          </button>
        ))}
    </div>
  );
}
