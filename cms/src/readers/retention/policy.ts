import type { Payload, PayloadRequest } from 'payload';

/** What readers agree to, and for how many days what is known of them is kept; null for ever. */
export interface AccountPolicy {
  terms: string;
  /** Counts the changes of the terms; 0 where there never were any. */
  termsVersion: number;
  termsChangedAt: Date | null;
  agreeDays: number | null;
  idleDays: number | null;
  unconfirmedDays: number | null;
  refusedDays: number | null;
  mailDays: number | null;
}

const days = (value: unknown) => (typeof value === 'number' && value > 0 ? value : null);

/** The policy out of the settings' group. What was never saved has its default. */
export function parseAccountPolicy(row: Record<string, unknown> = {}): AccountPolicy {
  return {
    terms: typeof row.terms === 'string' ? row.terms.trim() : '',
    termsVersion: typeof row.termsVersion === 'number' ? row.termsVersion : 0,
    termsChangedAt: typeof row.termsChangedAt === 'string' ? new Date(row.termsChangedAt) : null,
    agreeDays: days(row.agreeDays),
    idleDays: days(row.idleDays),
    unconfirmedDays: days(row.unconfirmedDays ?? 7),
    refusedDays: days(row.refusedDays ?? 365),
    mailDays: days(row.mailDays ?? 30),
  };
}

/** The newsroom's policy now. */
export async function accountPolicy(payload: Payload, req?: PayloadRequest): Promise<AccountPolicy> {
  const settings = await payload.findGlobal({ slug: 'newsroom-settings', depth: 0, ...(req && { req }) });
  return parseAccountPolicy((settings as { accounts?: Record<string, unknown> }).accounts);
}
