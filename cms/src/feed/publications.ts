import { documentId } from '@dateline/shared/id';
import { routes } from '@dateline/shared/routes';
import type { Endpoint } from 'payload';
import type { Pool } from 'pg';
import { staffOf } from '../access/roles.ts';
import type { Publication } from '../admin/publication.ts';
import { buildersSeen } from './builders-seen.ts';
import type { Target } from '../dispatch/target.ts';
import { numberRows } from './number-rows.ts';

interface Found {
  op: 'put' | 'remove';
  at: Date;
  slug: string | null;
  position: string;
  waited: number;
}

const newest = `
  select op, at, slug, position, (extract(epoch from clock_timestamp() - at) * 1000)::float8 as waited
  from outbox where kind = 'article' and document = $1 order by seq desc limit 1`;

interface Told {
  /** How long it took until the first receipt that says that the article's page is in place; null before that. */
  milliseconds: number | null;
  pages: number | null;
  /** Whether that was the first build of the site there ever was: how long that took says nothing of a publish. */
  isFirstBuild: boolean | null;
  /** By the last receipt of the builder that was first. */
  pending: number | null;
  /** Of the article's own page, where the last receipt that speaks of it says that it failed. */
  cause: string | null;
}

/*
 * A receipt at or behind the row's position says that the page is in place, unless bulk work is pending that it
 * may be part of: then only one that names it does.
 */
const told = `
  with told as (
    select *, paths ? $2 as named, (
      select route ->> 'cause' from jsonb_array_elements(failed) as routes(route) where route ->> 'path' = $2
    ) as cause
    from receipts where position >= $1
  ), first as (
    select at, written + removed as pages, changed is null and id = (select min(id) from receipts) as whole from told
    where named or cause is not null or pending = 0 order by id limit 1
  )
  select
    (select (extract(epoch from at - $3::timestamptz) * 1000)::float8 from first) as milliseconds,
    (select pages from first) as pages,
    (select whole from first) as "isFirstBuild",
    (select pending from told order by id desc limit 1) as pending,
    (select cause from told where named or cause is not null order by id desc limit 1) as cause`;

const nothing: Publication = {
  state: 'none',
  op: null,
  at: null,
  milliseconds: null,
  pages: null,
  pending: 0,
  cause: null,
  waited: null,
  builders: null,
};

/** What became of an article's last publish or removal, by the outbox and the builders' receipts. */
async function publicationOf(pool: Pool, id: string, targets: Target[]): Promise<Publication> {
  await numberRows(pool);
  const { rows } = await pool.query<Found>(newest, [id]);
  const [row] = rows;
  if (!row) return nothing;
  const given = [row.position, routes.article(row.slug ?? ''), row.at];
  const { rows: receipts } = await pool.query<Told>(told, given);
  const { milliseconds = null, pages = null, pending = null, cause = null, isFirstBuild } = receipts[0] ?? {};
  const known = { ...nothing, op: row.op, at: row.at.toISOString(), pending: pending ?? 0 };
  if (milliseconds === null) {
    const builders = await buildersSeen(pool, targets, Number(row.position));
    return { ...known, state: 'waiting', waited: row.waited, builders };
  }
  if (cause !== null) return { ...known, state: 'failed', cause };
  return { ...known, state: 'live', ...(!isFirstBuild && { milliseconds, pages }) };
}

/** `GET /newsroom/publications/:id`: confirms a publish, since the answer to it is given even where its COMMIT failed. */
export const publications = (targets: Target[]): Endpoint => ({
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
    const answer = await publicationOf(req.payload.db.pool, id.data, targets);
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  },
});
