import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { staffOf } from '../../access/roles.ts';
import { ClosedScreen, deskAddresses, StaffScreen } from '../staff-screen.tsx';
import { askedOf } from './queue-address.ts';
import { ModerationDesk } from './moderation-desk.tsx';

/** The screen of moderation. For those who decide comments. */
export async function ModerationView(view: AdminViewServerProps) {
  const role = staffOf(view.initPageResult.req)?.role;
  if (role === undefined || role === 'reporter') {
    return <ClosedScreen path="/moderation" title="For moderators" view={view} />;
  }
  return (
    <StaffScreen title="Moderation" view={view}>
      <p>
        <Link href={deskAddresses(view)('/moderation/log')} prefetch={false}>
          Log of moderation
        </Link>
      </p>
      <ModerationDesk {...askedOf(view.searchParams)} />
    </StaffScreen>
  );
}
