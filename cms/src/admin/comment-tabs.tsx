'use client';

import { Link, useAuth, useConfig, useListQuery } from '@payloadcms/ui';
import { formatAdminURL } from 'payload/shared';
import type { CommentStatus } from '../moderation/desk/shapes.ts';
import { isCommentStatus, statusLabels } from './comment-decision.ts';

const tabs = [...(Object.keys(statusLabels) as CommentStatus[]), null];

/** The one status that a list's filter asks for; null where it asks for something else, or for nothing. */
function filteredStatus(where: unknown): CommentStatus | null {
  const found = /"status":\{"equals":"(\w+)"\}/.exec(JSON.stringify(where ?? null))?.[1];
  return isCommentStatus(found) ? found : null;
}

/** Above the list of comments: what waits, what is public, what was turned away. */
export function CommentTabs() {
  const { config } = useConfig();
  const { query } = useListQuery();
  const { user } = useAuth();
  const current = filteredStatus(query?.where);
  const list = formatAdminURL({ adminRoute: config.routes.admin, path: '/collections/comments' });
  return (
    <nav aria-label="Comments by state" className="dateline-tabs">
      {tabs.map((status) => (
        <Link
          aria-current={status === current ? 'page' : undefined}
          className="dateline-tabs__tab"
          // A plain list would come back with the filter that Payload remembers.
          href={status === null ? `${list}?where[status][exists]=true` : `${list}?where[status][equals]=${status}`}
          key={status ?? 'all'}
          prefetch={false}
        >
          {status === null ? 'All' : status === 'held' ? 'Waiting' : statusLabels[status]}
        </Link>
      ))}
      {(user as { role?: string } | null)?.role === 'admin' && (
        <a
          className="dateline-tabs__tab"
          download
          href={`${config.serverURL}${config.routes.api}/newsroom/comments/export`}
        >
          Export
        </a>
      )}
    </nav>
  );
}
