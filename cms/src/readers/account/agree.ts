import { agreeForm } from '@dateline/shared/account-forms';
import { details } from '@dateline/shared/details';
import { escapeHtml } from '@dateline/shared/html';
import { agreeInput } from '@dateline/shared/reader';
import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { parseInput, ReaderFailure } from '../failure.ts';
import { accountPolicy } from '../retention/policy.ts';
import { ownAction } from './own-page.ts';

/** `POST /account/agree`: agrees to the terms that the page showed, if they are still the newsroom's. */
export const agree = ownAction('/account/agree', 'terms', async ({ payload, input }, { id }) => {
  const { version } = parseInput(agreeInput, input);
  if (!(await agreeTo(payload, id, version))) {
    throw new ReaderFailure('invalid-input', {
      detail: details.termsSince,
    });
  }
});

/** Writes down that a reader agrees to the terms of this version. @returns Whether these are still the newsroom's. */
export async function agreeTo(payload: Payload, id: string, version: number): Promise<boolean> {
  const { termsVersion } = await accountPolicy(payload);
  if (version !== termsVersion) return false;
  const data = { termsVersion, termsAgreedAt: new Date().toISOString() };
  await inTransaction(payload, async (req) => {
    await payload.update({ collection: 'readers', id, data, depth: 0, req });
    const handle = await transactionHandle(req);
    await handle.execute(sql`
      update readers set delete_at = null, deletion_reason = null where id = ${id} and deletion_reason = 'terms'`);
  });
  return true;
}

/** The newsroom's terms, as paragraphs; nothing where it has none. */
export const drawTerms = (terms: string) =>
  terms
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('');

/** Asks for an agreement where the terms are not those that the reader agreed to. */
export function drawAgreement(policy: { terms: string; termsVersion: number }, agreed: number): string {
  if (!policy.terms || agreed >= policy.termsVersion) return '';
  return `<section class="terms"><h2>Our terms have changed</h2>${drawTerms(policy.terms)}${agreeForm(policy.termsVersion)}</section>`;
}
