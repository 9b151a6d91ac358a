import type { Payload, PayloadRequest } from 'payload';

/** A reader as it is stored. */
export interface ReaderRow {
  id: string;
  email: string;
  name: string;
  status: 'unverified' | 'active' | 'suspended';
  passwordHash: string | null;
}

/** The reader of an address, in the form in which it is stored. */
export async function readerByEmail(
  payload: Payload,
  email: string,
  req?: PayloadRequest,
): Promise<ReaderRow | undefined> {
  const { docs } = await payload.find({
    collection: 'readers',
    where: { email: { equals: email } },
    depth: 0,
    limit: 1,
    pagination: false,
    showHiddenFields: true,
    ...(req && { req }),
  });
  const [row] = docs;
  return (
    row && {
      id: String(row.id),
      email: row.email,
      name: row.name,
      status: row.status,
      passwordHash: row.passwordHash ?? null,
    }
  );
}
