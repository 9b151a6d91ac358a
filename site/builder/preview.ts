import { candidate as candidateShape, type Candidate, type PublishPlan } from '@dateline/shared/preview';
import { routes } from '@dateline/shared/routes';
import { applyBatch } from '../snapshot/apply.ts';
import type { Snapshot } from '../snapshot/open.ts';
import type { Questions } from '../snapshot/questions.ts';
import type { Renderer } from './render.ts';

/** What the site would be asked, were the candidate published: everything else is as readers have it. */
const withCandidate =
  ({ data }: Candidate) =>
  (ask: Questions): Questions => ({
    ...ask,
    article: (id) => (id === data.id ? data : ask.article(id)),
    articleAt: (slug) => (slug === data.slug ? data : ask.articleAt(slug)),
  });

/**
 * A draft's page in the site's own templates. Nothing is written, and no dependency is kept.
 * @throws Where the page cannot be rendered, with its cause.
 */
export async function previewPage(renderer: Renderer, candidate: Candidate): Promise<Uint8Array> {
  const rendered = await renderer.render(routes.article(candidate.data.slug), withCandidate(candidate));
  if ('failed' in rendered) throw new Error(rendered.failed);
  return rendered.bytes;
}

/** The most paths that a plan names; it counts the others. */
const named = 100;

/**
 * The paths that publishing a candidate would have rendered. It is taken in by the very code that takes in a
 * publish, in a transaction that is rolled back.
 */
export function planOf(snapshot: Snapshot, candidate: Candidate): PublishPlan {
  const { kind, data } = candidateShape.parse(candidate);
  const { database, run, all } = snapshot;
  database.exec('begin immediate');
  try {
    run('delete from dirty');
    const line = { op: 'put' as const, kind, id: data.id, data, cursor: 'plan', at: data.modifiedAt };
    applyBatch({ ...snapshot, transaction: (work) => work() }, { changes: [line], files: new Map() });
    const paths = all<{ path: string }>('select path from dirty order by path').map(({ path }) => path);
    return { paths: paths.slice(0, named), total: paths.length };
  } finally {
    database.exec('rollback');
  }
}
