import type { PayloadRequest } from 'payload';
import { settingsGlobal } from '../collections/slugs.ts';
import { instantOf } from '../project/reference.ts';
import { embargoProblem } from './embargo.ts';
import type { ScheduledAct } from './schedule.ts';

/** The zone in which the newsroom reads its clock. */
export async function newsroomZone(req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>): Promise<string> {
  const { timeZone }: { timeZone?: unknown } = await req.payload.findGlobal({ slug: settingsGlobal, req, depth: 0 });
  return typeof timeZone === 'string' ? timeZone : 'UTC';
}

/** Why a document with this in its field may not be published yet; nothing where it may. */
export async function embargoProblemsOf(req: PayloadRequest, embargoedUntil: unknown) {
  const until = instantOf(embargoedUntil);
  return until === null ? [] : embargoProblem(until, Date.now(), await newsroomZone(req));
}

/** The embargo of what an act would publish, the latest draft; null for none. */
export async function embargoOf(req: PayloadRequest, act: ScheduledAct): Promise<string | null> {
  if (act.action !== 'publish' || act.collection !== 'articles') return null;
  const draft = await req.payload.findByID({ collection: 'articles', id: act.document, draft: true, depth: 0, req });
  return instantOf((draft as { embargoedUntil?: unknown }).embargoedUntil);
}
