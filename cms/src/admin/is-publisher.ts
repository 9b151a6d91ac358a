import { mayPublish, roles } from '../access/roles.ts';

/** Whether somebody at the desk may decide what is public: what they are offered, while the server decides. */
export function isPublisher(user: unknown): boolean {
  const given = (user as { role?: unknown } | null | undefined)?.role;
  return roles.some((role) => role === given && mayPublish(role));
}
