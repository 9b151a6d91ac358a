import type { CollectionConfig, Field } from 'payload';
import { anyStaff, nobody, only, roles, staffOf } from '../access/roles.ts';
import { collectionComponents } from '../admin-components.ts';
import { closedFirstRegister } from '../hooks/first-register.ts';

/** What somebody on the staff may do. Only an admin says so, of others and of themselves. */
export const roleField: Field = {
  name: 'role',
  type: 'select',
  required: true,
  defaultValue: 'reporter',
  options: roles.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
  access: { create: only('admin'), update: only('admin') },
  admin: { position: 'sidebar' },
};

/** The staff. */
export const users = (secure: boolean): CollectionConfig => ({
  slug: 'users',
  labels: { singular: 'Member of staff', plural: 'Staff' },
  admin: {
    useAsTitle: 'name',
    group: 'Settings',
    defaultColumns: ['name', 'email', 'role'],
    components: collectionComponents.users,
  },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    cookies: { secure, sameSite: 'Lax' },
  },
  access: {
    admin: anyStaff,
    read: anyStaff,
    create: only('admin'),
    update: ({ req }) => {
      const staff = staffOf(req);
      if (!staff) return false;
      return staff.role === 'admin' || { id: { equals: staff.id } };
    },
    delete: only('admin'),
    unlock: only('admin'),
    readVersions: nobody,
  },
  endpoints: [closedFirstRegister],
  fields: [{ name: 'name', type: 'text', required: true, maxLength: 120 }, roleField],
});
