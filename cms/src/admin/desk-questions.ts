import type { Payload, TypedUser } from 'payload';

/** How many comments wait for a moderator, of those that the user may read. */
export async function countHeld(payload: Payload, user: TypedUser): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'comments',
    where: { status: { equals: 'held' } },
    overrideAccess: false,
    user,
  });
  return totalDocs;
}

/** The five latest articles of a state, as a line each. */
export async function articlesOf(payload: Payload, user: TypedUser, status: 'draft' | 'published') {
  const { docs } = await payload.find({
    collection: 'articles',
    where: { _status: { equals: status } },
    sort: status === 'draft' ? '-updatedAt' : '-publishedAt',
    limit: 5,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user,
    select: { headline: true },
  });
  return docs.map(({ id, headline }) => ({
    id: String(id),
    headline: typeof headline === 'string' && headline !== '' ? headline : 'Untitled',
  }));
}
