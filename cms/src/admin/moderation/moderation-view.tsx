import type { AdminViewServerProps } from 'payload';
import { staffOf } from '../../access/roles.ts';
import { ClosedScreen, StaffScreen } from '../staff-screen.tsx';
import { ModerationDesk } from './moderation-desk.tsx';

/** The screen of moderation. For those who decide comments. */
export async function ModerationView(view: AdminViewServerProps) {
  const role = staffOf(view.initPageResult.req)?.role;
  if (role === undefined || role === 'reporter') {
    return <ClosedScreen path="/moderation" title="For moderators" view={view} />;
  }
  return (
    <StaffScreen title="Moderation" view={view}>
      <ModerationDesk />
    </StaffScreen>
  );
}
