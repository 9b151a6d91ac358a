import { Link } from '@payloadcms/ui';
import type { ServerProps } from 'payload';
import { formatAdminURL } from 'payload/shared';
import type { ReactNode } from 'react';
import { settingsGlobal } from '../collections/slugs.ts';
import { articlesOf, countHeld } from './desk-questions.ts';
import { buildersOf, dispatchesOf, type TargetShown } from './builds/site-questions.ts';
import { siteStanding } from './builds/site-standing.ts';
import { StandingNote } from './standing-note.tsx';
import { StandingText } from './standing-text.tsx';

function Panel({ title, href, children }: { title: string; href: string; children: ReactNode }) {
  return (
    <section className="dateline-panel">
      <h2 className="dateline-panel__title">
        <Link href={href} prefetch={false}>
          {title}
        </Link>
      </h2>
      {children}
    </section>
  );
}

/** What waits at the desk, above Payload's own dashboard: comments, drafts, and the latest stories with their state. */
export async function DeskOverview({ payload, permissions, user, targets }: ServerProps & { targets: TargetShown[] }) {
  if (!user) return null;
  const at = (path: `/${string}`) => formatAdminURL({ adminRoute: payload.config.routes.admin, path });
  const [held, drafts, published, settings, builders, dispatches] = await Promise.all([
    permissions?.collections?.comments?.read ? countHeld(payload, user) : null,
    articlesOf(payload, user, 'draft'),
    articlesOf(payload, user, 'published'),
    payload.findGlobal({ slug: settingsGlobal, depth: 0 }) as Promise<{ sample?: unknown }>,
    buildersOf(payload.db.pool),
    dispatchesOf(payload.db.pool, targets),
  ]);
  return (
    <div className="dateline-desk">
      {settings.sample === true && <p className="dateline-notice">Sample newsroom. Readers see that it is one.</p>}
      <div className="dateline-desk__panels">
        {held !== null && (
          <Panel href={at('/moderation')} title="Comments waiting">
            <p className="dateline-panel__figure">{held}</p>
            <p className="dateline-panel__quiet">
              {held === 0 ? 'Nothing waits for a moderator.' : 'Readers wait for a decision.'}
            </p>
          </Panel>
        )}
        <Panel href={at('/site')} title="The site">
          <StandingText
            {...siteStanding(
              builders,
              targets.map(({ name }) => dispatches.get(name)),
            )}
          />
        </Panel>
        <Panel href={`${at('/collections/articles')}?where[_status][equals]=draft`} title="Drafts">
          {drafts.length === 0 && <p className="dateline-panel__quiet">No drafts.</p>}
          <ul className="dateline-panel__list">
            {drafts.map(({ id, headline }) => (
              <li key={id}>
                <Link href={at(`/collections/articles/${id}`)} prefetch={false}>
                  {headline}
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel href={`${at('/collections/articles')}?where[_status][equals]=published`} title="Latest published">
          {published.length === 0 && <p className="dateline-panel__quiet">Nothing is published yet.</p>}
          <ul className="dateline-panel__list">
            {published.map(({ id, headline }) => (
              <li key={id}>
                <Link href={at(`/collections/articles/${id}`)} prefetch={false}>
                  {headline}
                </Link>
                <StandingNote id={id} isPublished stamp={id} />
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}
