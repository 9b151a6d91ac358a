import { DefaultTemplate, MinimalTemplate } from '@payloadcms/next/templates';
import { Gutter, Link, SetStepNav } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { formatAdminURL } from 'payload/shared';
import type { ReactNode } from 'react';
import { staffOf } from '../access/roles.ts';

/** Makes addresses of the desk. */
export const deskAddresses =
  ({ payload }: Pick<AdminViewServerProps, 'payload'>) =>
  (path: `/${string}`) =>
    formatAdminURL({ adminRoute: payload.config.routes.admin, path });

interface Props {
  view: AdminViewServerProps;
  title: string;
  children: ReactNode;
}

/** A screen of the newsroom's own within the desk. */
export function StaffScreen({ view, title, children }: Props) {
  const { initPageResult, params, payload, searchParams } = view;
  const { req, permissions, visibleEntities, locale } = initPageResult;
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className="dateline-site">
        <h1>{title}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  );
}

/** What somebody sees who may not see a screen: the way to log in, or back. @param path Of the screen. */
export function ClosedScreen({ view, title, path }: { view: AdminViewServerProps; title: string; path: `/${string}` }) {
  const at = deskAddresses(view);
  const isStaff = staffOf(view.initPageResult.req) !== undefined;
  return (
    <MinimalTemplate>
      <h1>{title}</h1>
      <p>
        {isStaff ? (
          <Link href={at('/')} prefetch={false}>
            Back to the desk
          </Link>
        ) : (
          <Link href={`${at('/login')}?redirect=${encodeURIComponent(at(path))}`} prefetch={false}>
            Log in
          </Link>
        )}
      </p>
    </MinimalTemplate>
  );
}
