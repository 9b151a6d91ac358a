import type { Payload } from 'payload';
import { moderate } from './checks.ts';
import { askExternal, type ExternalCheckOptions } from './external-check.ts';
import { readFacts } from './facts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { overridden } from './policy.ts';
import { policyNow } from './policy-now.ts';
import type { HoldReason, Verdict } from './verdict.ts';

/** A text that somebody wants to have under an article. */
export interface Judged {
  article: string;
  reader: string;
  body: string;
  /** Where it is sent from, on the network; undefined where that is not known. */
  address: string | undefined;
  /** The comment whose text this will be, where it is edited. */
  comment?: string;
}

/** What of a verdict is stored with the comment. */
interface Stored {
  status: 'published' | 'held';
  heldFor: HoldReason | null;
  fingerprint: string;
}

export type Judgement = Stored | { refused: Extract<Verdict, { do: 'refuse' }> };

/**
 * What becomes of a text: the checks in their order, and last the outside check, where there is one.
 * @returns undefined where the article is not published, or the reader is gone.
 */
export async function judge(
  payload: Payload,
  judged: Judged,
  options: { publicURL: string; externalCheck?: ExternalCheckOptions | undefined },
): Promise<Judgement | undefined> {
  const fingerprint = fingerprintOf(judged.body);
  const facts = await readFacts(payload, { ...judged, fingerprint });
  if (!facts) return undefined;
  const policy = overridden(await policyNow(payload, facts.settingsAt), facts.override);
  const verdict = moderate({
    ...facts,
    comment: { body: judged.body },
    policy,
    ownHost: new URL(options.publicURL).hostname,
    now: Date.now(),
  });
  if (verdict.do === 'refuse') return { refused: verdict };
  if (verdict.do === 'hold') return { status: 'held', heldFor: verdict.because, fingerprint };
  const outside =
    options.externalCheck &&
    (await askExternal(options.externalCheck, {
      article: { id: judged.article, language: facts.thread.language },
      reader: { id: judged.reader, approved: facts.reader.approvedSinceRefusal },
      comment: { body: judged.body },
    }));
  return { status: outside ? 'held' : 'published', heldFor: outside ?? null, fingerprint };
}
