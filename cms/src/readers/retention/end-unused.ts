import { readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { SQL } from '@payloadcms/db-postgres/drizzle';
import type { Payload } from 'payload';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { accountEnds } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import type { AccountPolicy } from './policy.ts';

/** Between the mail and the end. */
const noticeDays = 30;
const atOnce = 100;

interface Reason {
  name: 'idle' | 'terms';
  which: SQL;
  because: string;
  /** What averts it: `log in`. */
  averts: string;
  /** A path of the site, where it can be averted. */
  path: string;
}

function reasonsOf(policy: AccountPolicy): Reason[] {
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

/** Tells readers whose account nobody uses, or who have not agreed to new terms, that it ends unless they do. */
export async function endUnused(payload: Payload, policy: AccountPolicy, publicURL: string): Promise<void> {
  for (const { name, which, because, averts, path } of reasonsOf(policy)) {
    const url = new URL(path, publicURL).href;
    let told: number;
    do {
      told = await inTransaction(payload, async (req) => {
        const handle = await transactionHandle(req);
        const { rows } = await handle.execute(sql`
          update readers set delete_at = now() + make_interval(days => ${noticeDays}), deletion_reason = ${name}
          where id in (
            select id from readers where status = 'active' and delete_at is null and ${which}
            order by id limit ${atOnce} for update skip locked)
          returning id, email`);
        const newsroom = await newsroomName(req);
        const mail = accountEnds(newsroom, url, `${noticeDays} days`, { because, averts });
        for (const { id, email } of rows) await queueMail(req, String(email), mail, String(id));
        return rows.length;
      });
    } while (told === atOnce);
  }
}
