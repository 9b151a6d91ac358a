import type { Access, CollectionConfig, Where } from 'payload';
import { anyStaff, mayPublish, only, staffOf } from './roles.ts';

/** All to editors; to reporters what they wrote themselves and what has never been public. */
const ownNeverPublic: Access = ({ req }) => {
  const staff = staffOf(req);
  if (!staff) return false;
  if (mayPublish(staff.role)) return true;
  if (staff.role !== 'reporter') return false;
  const own: Where = {
    createdBy: { equals: staff.id },
    publishedAt: { exists: false },
    _status: { not_equals: 'published' },
  };
  return own;
};

/** Access to what is drafted and published. */
export const editorialAccess: CollectionConfig['access'] = {
  read: anyStaff,
  readVersions: anyStaff,
  create: only('reporter', 'editor', 'admin'),
  update: ownNeverPublic,
  delete: ownNeverPublic,
};
