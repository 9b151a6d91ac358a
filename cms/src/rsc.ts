export { DeskOverview } from './admin/desk-overview.tsx';
export { LoginNotice } from './admin/login-notice.tsx';
