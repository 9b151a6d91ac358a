import { documentId } from '@dateline/shared/id';
import type { Endpoint, PayloadRequest } from 'payload';
import { staffOf } from '../access/roles.ts';
import { numberRows } from './number-rows.ts';

/** What has become of an article's publication, read after its commit. */
export interface Publication {
  /** `published`: in the feed. `live`: a builder has said so. `missing`: there is no such article. */
  state: 'draft' | 'published' | 'live' | 'missing';
  /** When the outbox was last told of it. */
  at: string | null;
  position: number | null;
  receipt?: { milliseconds: number; written: number };
}

interface Found {
  op: string;
  at: Date;
  position: string;
  milliseconds: number | null;
  written: number | null;
}

const newest = `
  select row.op, row.at, row.position, receipt.milliseconds, receipt.written
  from outbox row
  left join lateral (
    select milliseconds, written from receipts where receipts.position >= row.position order by receipts.id limit 1
  ) receipt on true
  where row.kind = 'article' and row.document = $1
  order by row.seq desc limit 1`;

async function publicationOf(req: PayloadRequest, id: string): Promise<Publication> {
  const { pool } = req.payload.db;
  await numberRows(pool);
  const { rows } = await pool.query<Found>(newest, [id]);
  const [row] = rows;
  if (!row) return { state: 'draft', at: null, position: null };
  const told = { at: row.at.toISOString(), position: Number(row.position) };
  const receipt = row.milliseconds !== null && {
    receipt: { milliseconds: row.milliseconds, written: row.written ?? 0 },
  };
  if (row.op !== 'put') return { state: 'draft', ...told, ...receipt };
  return { state: receipt ? 'live' : 'published', ...told, ...receipt };
}

/** `GET /newsroom/publications/:id`: confirms a publish, since the answer to it is given even where its COMMIT failed. */
export const publications: Endpoint = {
  path: '/newsroom/publications/:id',
  method: 'get',
  handler: async (req) => {
    if (!staffOf(req)) return Response.json({ errors: [{ message: 'Log in as staff.' }] }, { status: 401 });
    const id = documentId.safeParse(req.routeParams?.id);
    const found = id.success
      ? await req.payload.count({
          collection: 'articles',
          where: { id: { equals: id.data } },
          overrideAccess: false,
          trash: true,
          req,
        })
      : { totalDocs: 0 };
    if (!id.success || found.totalDocs === 0) {
      return Response.json({ state: 'missing', at: null, position: null } satisfies Publication, { status: 404 });
    }
    return Response.json(await publicationOf(req, id.data), { headers: { 'cache-control': 'no-store' } });
  },
};
