'use client';

import { useDocumentInfo } from '@payloadcms/ui';
import { StandingNote } from './standing-note.tsx';

/** In the sidebar of what can be published: whether readers have it. */
export function ArticleStatus() {
  const { hasPublishedDoc, id, lastUpdateTime } = useDocumentInfo();
  return (
    <div className="field-type dateline-status">
      <span className="field-label">On the site</span>
      {typeof id === 'string' ? (
        <StandingNote id={id} isPublished={hasPublishedDoc} stamp={lastUpdateTime} />
      ) : (
        <span className="dateline-standing dateline-standing--quiet">
          <span className="dateline-standing__word">Not saved yet</span>
        </span>
      )}
    </div>
  );
}
