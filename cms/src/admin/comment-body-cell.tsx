'use client';

import { Link, useConfig } from '@payloadcms/ui';
import type { DefaultCellComponentProps } from 'payload';
import { formatAdminURL } from 'payload/shared';

/** A comment in the list: enough of its text to judge it. */
export function CommentBodyCell({ collectionSlug, rowData }: DefaultCellComponentProps) {
  const { config } = useConfig();
  const { id, body }: { id?: string; body?: string } = rowData;
  const href = formatAdminURL({
    adminRoute: config.routes.admin,
    path: `/collections/${collectionSlug}/${id}`,
  });
  return (
    <Link className="dateline-comment" href={href} prefetch={false}>
      <span className="dateline-comment__text">{body}</span>
    </Link>
  );
}
