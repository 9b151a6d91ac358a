import { documentId } from '@dateline/shared/id';
import { previewRoutes, type Candidate } from '@dateline/shared/preview';
import { APIError, type Endpoint, type PayloadRequest } from 'payload';
import type { z } from 'zod';
import type { article } from '@dateline/shared/article';
import { staffOf } from '../access/roles.ts';
import { project } from '../hooks/project.ts';
import type { NewsroomOptions } from '../options.ts';
import type { Row } from '../project/row.ts';
import { askBuilder } from './ask-builder.ts';
import { candidateOf } from './candidate.ts';
import { frameHeaders, framePage } from './frame-page.ts';

/** The newest draft of the article that a request names, as the site would have it. */
async function readCandidate(req: PayloadRequest): Promise<Candidate> {
  const id = documentId.safeParse(req.routeParams?.id);
  const row =
    id.success &&
    (await req.payload.findByID({
      collection: 'articles',
      id: id.data,
      draft: true,
      depth: 0,
      overrideAccess: false,
      disableErrors: true,
      req,
    }));
  if (!row) throw new APIError('There is no such article.', 404, {}, true);
  const shape = await project(req, 'articles', row as unknown as Row);
  return candidateOf(shape as z.input<typeof article>, new Date().toISOString());
}

/** The sentence of an error that is meant for the desk; any other goes on to where errors are logged. */
function sentenceOf(error: unknown): { status: number; message: string } {
  if (error instanceof APIError) return error;
  throw error;
}

/** For staff: a draft in the site's own templates, and what publishing it would change. */
export function previewEndpoints({ preview, publicURL, adminURL = publicURL }: NewsroomOptions): Endpoint[] {
  const ask = async (req: PayloadRequest, path: string) => {
    if (!staffOf(req)) throw new APIError('Log in as staff to see drafts.', 401);
    return askBuilder(preview, path, await readCandidate(req));
  };
  const noStore = { 'cache-control': 'no-store' };
  return [
    {
      path: '/newsroom/preview/:id',
      method: 'get',
      handler: async (req) => {
        try {
          const html = framePage(await (await ask(req, previewRoutes.page)).text(), publicURL);
          return new Response(html, { headers: frameHeaders(publicURL, adminURL) });
        } catch (error) {
          const { status, message } = sentenceOf(error);
          return new Response(message, {
            status,
            headers: { ...noStore, 'content-type': 'text/plain; charset=utf-8' },
          });
        }
      },
    },
    {
      path: '/newsroom/plan/:id',
      method: 'get',
      handler: async (req) => {
        try {
          return Response.json(await (await ask(req, previewRoutes.plan)).json(), { headers: noStore });
        } catch (error) {
          const { status, message } = sentenceOf(error);
          return Response.json({ errors: [{ message }] }, { status, headers: noStore });
        }
      },
    },
  ];
}
