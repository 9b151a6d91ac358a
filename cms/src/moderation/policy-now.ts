import type { Payload } from 'payload';
import { settingsGlobal } from '../collections/slugs.ts';
import { readPolicy, type Policy, type StoredPolicy } from './policy.ts';

const read = new WeakMap<object, { at: number | null; policy: Policy }>();

/**
 * The newsroom's policy as of a change of its settings. Lists of words are folded once for each change.
 * @param settingsAt When the settings were last changed, as PostgreSQL says now; null where nobody ever saved any.
 */
export async function policyNow(payload: Payload, settingsAt: Date | null): Promise<Policy> {
  const at = settingsAt?.getTime() ?? null;
  const known = read.get(payload.db);
  if (known && known.at === at) return known.policy;
  const settings = (await payload.findGlobal({ slug: settingsGlobal, depth: 0 })) as unknown as {
    updatedAt?: string;
    moderation?: StoredPolicy;
  };
  const policy = readPolicy(settings.moderation ?? {});
  // Somebody may have saved them since PostgreSQL was asked.
  if (settings.updatedAt) read.set(payload.db, { at: Date.parse(settings.updatedAt), policy });
  else if (at === null) read.set(payload.db, { at, policy });
  return policy;
}

/** The policy as this process read it last, if it has. */
export const policyKnown = (payload: Payload): Policy | undefined => read.get(payload.db)?.policy;
