import { randomBytes } from 'node:crypto';
import { idsBy, type Payload } from './newsroom-store.ts';

export interface SignIn {
  role: 'admin' | 'reporter' | 'moderator';
  email: string;
  password: string;
}

export const staffDomain = '@newsroom.example';

const staff = [
  { role: 'admin', email: `editor${staffDomain}`, name: 'Achieng Odera' },
  { role: 'reporter', email: `reporter${staffDomain}`, name: 'Hassan Dubow' },
  { role: 'moderator', email: `moderator${staffDomain}`, name: 'Wanjala Simiyu' },
] as const;

/** Makes the sample's three members of staff, or gives those that are there new passwords, since the old are not known. */
export async function fillStaff(payload: Payload): Promise<SignIn[]> {
  const known = await idsBy(payload, 'users', 'email');
  const signIns: SignIn[] = [];
  for (const { role, email, name } of staff) {
    const password = randomBytes(12).toString('base64url');
    const id = known.get(email);
    if (id) await payload.update({ collection: 'users', id, data: { password, role } });
    else await payload.create({ collection: 'users', data: { email, password, name, role } });
    signIns.push({ role, email, password });
  }
  return signIns;
}
