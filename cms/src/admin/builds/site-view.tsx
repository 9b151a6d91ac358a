import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { mayPublish, staffOf } from '../../access/roles.ts';
import { ClosedScreen, deskAddresses, StaffScreen } from '../staff-screen.tsx';
import { BatchList } from './batch-list.tsx';
import { BuildersPanel } from './builders-panel.tsx';
import { DispatchesPanel } from './dispatches-panel.tsx';
import { KeepFresh } from './keep-fresh.tsx';
import { batchesOf, buildersOf, dispatchesOf, type TargetShown } from './site-questions.ts';
import { newsroomClock } from './zoned.ts';

const sitePath = '/site';

const beforeIn = (given: unknown) => (typeof given === 'string' && /^\d{1,15}$/.test(given) ? given : undefined);

/** The screen of the site: who builds it, who is told of a publish, and what went live when. For staff alone. */
export async function SiteView(props: AdminViewServerProps & { targets: TargetShown[] }) {
  const { initPageResult, payload, searchParams, targets } = props;
  const at = deskAddresses(props);
  const staff = staffOf(initPageResult.req);
  if (!staff) return <ClosedScreen path={sitePath} title="For staff only" view={props} />;
  const { pool } = payload.db;
  const before = beforeIn(searchParams?.before);
  const [clock, builders, dispatches, { batches, next }] = await Promise.all([
    newsroomClock(payload),
    buildersOf(pool),
    dispatchesOf(pool, targets),
    batchesOf(pool, before),
  ]);
  return (
    <StaffScreen title="The site" view={props}>
      <p className="dateline-fact">Times are those of {clock.zone}.</p>
      <div className="dateline-desk__panels">
        <BuildersPanel builders={builders} clock={clock} />
        <DispatchesPanel clock={clock} dispatches={dispatches} mayCall={mayPublish(staff.role)} targets={targets} />
      </div>
      <h2>What went live</h2>
      {batches.length === 0 && (
        <p className="dateline-panel__quiet">
          {before === undefined ? 'No builder has told of anything yet.' : 'Nothing older is kept.'}
        </p>
      )}
      <BatchList at={at} batches={batches} clock={clock} />
      <nav aria-label="Pages of what went live" className="dateline-pages">
        {before !== undefined && (
          <Link href={at(sitePath)} prefetch={false}>
            Newest
          </Link>
        )}
        {next !== null && (
          <Link href={`${at(sitePath)}?before=${next}`} prefetch={false} rel="next">
            Older
          </Link>
        )}
      </nav>
      {before === undefined && <KeepFresh />}
    </StaffScreen>
  );
}
