import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { email } from '@dateline/shared/reader';
import { fail } from './fail.ts';
import { openPayload } from './open-payload.ts';

const usage = 'Use it so: create-admin --email name@example.org [--name "Their name"] [--password "a long one"]';

function readArguments() {
  try {
    return parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' }, password: { type: 'string' } } })
      .values;
  } catch {
    return fail(usage);
  }
}

const { email: given, name = 'Admin', password = randomBytes(12).toString('base64url') } = readArguments();
const address = email.safeParse(given);
if (!address.success) fail(usage);
if (password.length < 12) fail('Choose a password of at least 12 characters, or leave it out to have one made.');

const payload = await openPayload();
const { totalDocs } = await payload.count({ collection: 'users', where: { email: { equals: address.data } } });
if (totalDocs > 0) {
  await payload.destroy();
  fail(`Somebody with the address ${address.data} is on the staff already.`);
}
await payload.create({ collection: 'users', data: { email: address.data, name, password, role: 'admin' } });
await payload.destroy();
process.stdout.write(`${address.data} is an admin now. The password is ${password}\n`);
