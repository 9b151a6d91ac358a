import { Readable } from 'node:stream';
import type { Endpoint } from 'payload';
import { refuse, requireStaff } from '../access/staff-request.ts';
import { writeLog } from '../moderation/write-log.ts';
import { exportComments } from './export-comments.ts';

/** `GET /newsroom/comments/export`: every public thread as a file, for admins. `?addresses=yes` has readers' addresses in it. */
export const exportEndpoint: Endpoint = {
  method: 'get',
  path: '/newsroom/comments/export',
  handler: async (req) => {
    if (requireStaff(req).role !== 'admin') throw refuse('Comments are exported by admins. Ask one.', 403);
    const withAddresses = req.query.addresses === 'yes';
    await writeLog(req, { act: 'export', after: withAddresses ? 'addresses' : 'comments' });
    const lines = exportComments(req.payload, { withAddresses });
    async function* bytes() {
      const encoder = new TextEncoder();
      for await (const line of lines) yield encoder.encode(`${JSON.stringify(line)}\n`);
    }
    return new Response(Readable.toWeb(Readable.from(bytes(), { objectMode: false })) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': 'attachment; filename="comments.jsonl"',
        'cache-control': 'no-store',
      },
    });
  },
};
