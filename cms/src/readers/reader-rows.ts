import type { Payload, PayloadRequest, Where } from 'payload';

/** A reader as it is stored. */
export interface ReaderRow {
  id: string;
  email: string;
  name: string;
  status: 'unverified' | 'unclaimed' | 'active' | 'suspended';
  passwordHash: string | null;
}

/** Whether nobody has confirmed their address yet: they may register with it. */
export const isPending = ({ status }: Pick<ReaderRow, 'status'>) => status === 'unverified' || status === 'unclaimed';

async function findOne(payload: Payload, where: Where, req?: PayloadRequest): Promise<ReaderRow | undefined> {
  const { docs } = await payload.find({
    collection: 'readers',
    where,
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

/** The reader of an address, in the form in which it is stored. */
export const readerByEmail = (payload: Payload, email: string, req?: PayloadRequest) =>
  findOne(payload, { email: { equals: email } }, req);

export const readerById = (payload: Payload, id: string, req?: PayloadRequest) =>
  findOne(payload, { id: { equals: id } }, req);
