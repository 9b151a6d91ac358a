import { readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { SQL } from '@payloadcms/db-postgres/drizzle';
import type { AccountPolicy } from './policy.ts';

/** For what an account ends by the settings alone. */
export interface Reason {
  name: 'idle' | 'terms';
  /** Of whom it holds, as a condition on `readers` that is never null. */
  which: SQL;
  because: string;
  /** What averts it: `log in`. */
  averts: string;
  /** A path of the site, where it can be averted. */
  path: string;
}

/** The reasons that this policy has. */
export function reasonsOf(policy: AccountPolicy): Reason[] {
  const { idleDays, agreeDays, terms, termsVersion, termsChangedAt } = policy;
  const reasons: Reason[] = [];
  if (idleDays) {
    reasons.push({
      name: 'idle',
      averts: 'log in',
      which: sql`coalesce(last_seen_at, verified_at, created_at) < now() - make_interval(days => ${idleDays})`,
      because: `Nobody has used it for ${idleDays} days.`,
      path: routes.login,
    });
  }
  if (agreeDays && terms && termsChangedAt) {
    const changed = termsChangedAt.toISOString();
    reasons.push({
      name: 'terms',
      averts: 'log in and agree to them',
      which: sql`coalesce(terms_version, 0) < ${termsVersion}
        and greatest(${changed}::timestamptz, created_at) < now() - make_interval(days => ${agreeDays})`,
      because: 'Our terms have changed, and you have not agreed to them yet on your account page.',
      path: readerRoutes.account,
    });
  }
  return reasons;
}
