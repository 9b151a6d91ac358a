import type { CollectionConfig, Field, FieldHook } from 'payload';
import { anyStaff, nobody, only, roles, staffOf } from '../access/roles.ts';
import { collectionComponents } from '../admin-components.ts';
import { closedFirstRegister } from '../hooks/first-register.ts';

const nameField = (required: boolean): Field => ({ name: 'name', type: 'text', required, maxLength: 120 });

/** What somebody on the staff may do. Only an admin says so, of others and of themselves. */
const roleField: Field = {
  name: 'role',
  type: 'select',
  required: true,
  defaultValue: 'reporter',
  options: roles.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
  access: { create: only('admin'), update: only('admin') },
  admin: { position: 'sidebar' },
};

/** The first user of a host's own collection runs the newsroom; there is nobody yet who could say so. */
const firstIsAdmin: FieldHook = async ({ collection, operation, req, value }) => {
  if (operation !== 'create' || !collection) return value;
  const { totalDocs } = await req.payload.db.count({ collection: collection.slug, req });
  return totalDocs === 0 ? 'admin' : value;
};

/** A host's own collection of users with what the newsroom must know of its staff; all else is left as it is. */
export function withStaffFields(host: CollectionConfig): CollectionConfig {
  const has = (name: string) => host.fields.some((field) => 'name' in field && field.name === name);
  const added = [nameField(false), { ...roleField, hooks: { beforeValidate: [firstIsAdmin] } } as Field];
  return { ...host, fields: [...host.fields, ...added.filter((field) => !('name' in field && has(field.name)))] };
}

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
  fields: [nameField(true), roleField],
});
