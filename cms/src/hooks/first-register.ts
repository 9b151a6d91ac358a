import type { Endpoint } from 'payload';

/** Payload's screen that makes whoever comes first an admin is closed: a command makes the first one. */
export const closedFirstRegister: Omit<Endpoint, 'root'> = {
  path: '/first-register',
  method: 'post',
  handler: () =>
    Response.json({ errors: [{ message: 'Make the first admin with the create-admin command.' }] }, { status: 403 }),
};
