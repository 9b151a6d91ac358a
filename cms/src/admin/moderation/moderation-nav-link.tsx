'use client';

import { Link, useAuth, useConfig } from '@payloadcms/ui';
import { formatAdminURL } from 'payload/shared';

/** Below the desk's own navigation: the way to the queue, for those who decide comments. */
export function ModerationNavLink() {
  const { config } = useConfig();
  const { permissions } = useAuth();
  if (!permissions?.collections?.comments?.update) return null;
  return (
    <Link
      className="nav__link"
      href={formatAdminURL({ adminRoute: config.routes.admin, path: '/moderation' })}
      id="nav-moderation"
      prefetch={false}
    >
      <span className="nav__link-label">Moderation</span>
    </Link>
  );
}
