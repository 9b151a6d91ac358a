import { documentId } from '@dateline/shared/id';
import { routes } from '@dateline/shared/routes';
import type { Endpoint } from 'payload';
import type { Pool } from 'pg';
import { staffOf } from '../access/roles.ts';
import type { Publication } from '../admin/publication.ts';
import { numberRows } from './number-rows.ts';

interface Found {
  op: 'put' | 'remove';
  at: Date;
  slug: string | null;
  position: string;
  milliseconds: number | null;
  written: number | null;
  removed: number | null;
}

const newest = `
  select row.op, row.at, row.slug, row.position, receipt.written, receipt.removed,
    (extract(epoch from receipt.at - row.at) * 1000)::float8 as milliseconds
  from outbox row
  left join lateral (
    select at, written, removed from receipts where receipts.position >= row.position order by receipts.id limit 1
  ) receipt on true
  where row.kind = 'article' and row.document = $1
  order by row.seq desc limit 1`;

/** The cause of a route's failure, if the last receipt that speaks of the route says that it failed. */
const failure = `
  select (select route ->> 'cause' from jsonb_array_elements(failed) as routes(route) where route ->> 'path' = $2) as cause
  from receipts
  where position >= $1 and (paths ? $2 or exists (
    select from jsonb_array_elements(failed) as routes(route) where route ->> 'path' = $2
  ))
  order by id desc limit 1`;

const nothing: Publication = { state: 'none', op: null, at: null, milliseconds: null, pages: null, cause: null };

/** What became of an article's last publish or removal, by the outbox and the builders' receipts. */
async function publicationOf(pool: Pool, id: string): Promise<Publication> {
  await numberRows(pool);
  const { rows } = await pool.query<Found>(newest, [id]);
  const [row] = rows;
  if (!row) return nothing;
  const told = { ...nothing, op: row.op, at: row.at.toISOString() };
  if (row.milliseconds === null) return { ...told, state: 'waiting' };
  const failures = await pool.query<{ cause: string | null }>(failure, [row.position, routes.article(row.slug ?? '')]);
  const cause = failures.rows[0]?.cause ?? null;
  if (cause !== null) return { ...told, state: 'failed', cause };
  return { ...told, state: 'live', milliseconds: row.milliseconds, pages: (row.written ?? 0) + (row.removed ?? 0) };
}

/** `GET /newsroom/publications/:id`: confirms a publish, since the answer to it is given even where its COMMIT failed. */
export const publications: Endpoint = {
  path: '/newsroom/publications/:id',
  method: 'get',
  handler: async (req) => {
    if (!staffOf(req)) return Response.json({ errors: [{ message: 'Log in as staff.' }] }, { status: 401 });
    const id = documentId.safeParse(req.routeParams?.id);
    const { totalDocs } = id.success
      ? await req.payload.count({
          collection: 'articles',
          where: { id: { equals: id.data } },
          overrideAccess: false,
          trash: true,
          req,
        })
      : { totalDocs: 0 };
    if (!id.success || totalDocs === 0) {
      return Response.json({ errors: [{ message: 'There is no such article.' }] }, { status: 404 });
    }
    const answer = await publicationOf(req.payload.db.pool, id.data);
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  },
};
