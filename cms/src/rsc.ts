export { DeskOverview } from './admin/desk-overview.tsx';
export { DeskSchedules } from './admin/desk-schedules.tsx';
export { LoginNotice } from './admin/login-notice.tsx';
export { ModerationLogView } from './admin/moderation/log-view.tsx';
export { ModerationView } from './admin/moderation/moderation-view.tsx';
export { SiteView } from './admin/builds/site-view.tsx';
