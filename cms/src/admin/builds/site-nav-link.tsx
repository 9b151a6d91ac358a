'use client';

import { Link, useConfig } from '@payloadcms/ui';
import { formatAdminURL } from 'payload/shared';

/** Below the desk's own navigation: the way to the screen of the site. */
export function SiteNavLink() {
  const { config } = useConfig();
  return (
    <Link
      className="nav__link"
      href={formatAdminURL({ adminRoute: config.routes.admin, path: '/site' })}
      id="nav-site"
      prefetch={false}
    >
      <span className="nav__link-label">The site</span>
    </Link>
  );
}
