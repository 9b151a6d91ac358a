import type { PayloadRequest } from 'payload';

/** What somebody on the staff may do, least first. */
export const roles = ['reporter', 'editor', 'moderator', 'admin'] as const;

export type Role = (typeof roles)[number];

export interface Staff {
  id: string;
  role: Role;
}

/** Who on the staff makes the request, or nobody: a user of any other collection is nobody to the newsroom. */
export function staffOf(req: Pick<PayloadRequest, 'user' | 'payload'>): Staff | undefined {
  const user = req.user as { collection?: string; id?: unknown; role?: unknown } | null;
  if (user?.collection !== req.payload.config.admin.user || typeof user.id !== 'string') return undefined;
  const role = roles.find((known) => known === user.role);
  return role && { id: user.id, role };
}

/** Access for those who have one of the roles. */
export const only =
  (...allowed: Role[]) =>
  ({ req }: { req: PayloadRequest }): boolean => {
    const staff = staffOf(req);
    return staff !== undefined && allowed.includes(staff.role);
  };

/** Access for everybody on the staff. */
export const anyStaff = only(...roles);

/** Access for nobody: only the server's own code, which overrides access, gets through. */
export const nobody = () => false;

/** Whether a role may decide comments. */
export const mayModerate = (role: Role) => role !== 'reporter';

/** Whether a role may decide what is public. */
export const mayPublish = (role: Role) => role === 'editor' || role === 'admin';
