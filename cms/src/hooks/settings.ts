import { isDeepStrictEqual } from 'node:util';
import { sql } from '@payloadcms/db-postgres';
import { shapes } from '@dateline/shared/feed';
import { settingsId } from '@dateline/shared/settings';
import type { GlobalAfterChangeHook, GlobalBeforeOperationHook, Payload, PayloadRequest } from 'payload';
import { settingsGlobal } from '../collections/slugs.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { latestRow } from '../outbox/latest-row.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { projectSettings } from '../project/settings.ts';

/** Whoever changes the settings waits for whoever does, until that is committed, and sees it. */
async function hold(req: PayloadRequest): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended('dateline:settings', 0))`);
}

/** Before Payload reads them: it writes every setting back as it was read. */
export const lockSettings: GlobalBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'update') await hold(req);
  return args;
};

async function emit(req: PayloadRequest): Promise<void> {
  await hold(req);
  const row = await req.payload.findGlobal({ slug: settingsGlobal, depth: 0, req, overrideAccess: true });
  const data = shapes.settings.parse(projectSettings(row as Record<string, unknown>));
  const last = await latestRow(req, 'settings', settingsId);
  if (isDeepStrictEqual(last?.data, data)) return;
  await writeOutbox(req, { op: 'put', kind: 'settings', document: settingsId, slug: null, formerSlugs: [], data });
}

/** Says in the outbox what the newsroom's settings are after this change. */
export const emitSettings: GlobalAfterChangeHook = async ({ doc, req }) => {
  await emit(req);
  return doc;
};

/** Puts the settings into the feed where they never were: a builder always finds some. */
export const ensureSettings = (payload: Payload): Promise<void> => inTransaction(payload, emit);
