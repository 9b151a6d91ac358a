import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { keyOf, signedHeaders } from '../dispatch/standard-webhook.ts';
import type { HoldReason } from './verdict.ts';

/** A service that reads comments before they are public. */
export interface ExternalCheckOptions {
  url: string;
  /** `whsec_` and 24 to 64 random bytes in base64. */
  secret: string;
  /** How long it may take, in milliseconds; 1,500 where it is left out. */
  patience?: number;
}

/** What the service is told: nothing of who the reader is but an id that says whether it is the same one. */
export interface ExternalQuestion {
  article: { id: string; language: string };
  reader: { id: string; approved: number };
  comment: { body: string };
}

const answer = z.object({ verdict: z.enum(['pass', 'hold']) });
/** Of an answer no more is read. */
const longest = 4_096;

async function readAnswer(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > longest) throw new Error('The outside check answered with more than it may.');
  }
  return text;
}

/**
 * Asks the service, signed after Standard Webhooks. It can hold a comment or let it pass, and nothing else: what does not
 * come in time, or is no such answer, holds.
 */
export async function askExternal(
  { url, secret, patience = 1_500 }: ExternalCheckOptions,
  question: ExternalQuestion,
): Promise<Extract<HoldReason, 'external' | 'external-away'> | undefined> {
  const key = keyOf(secret);
  if (!key) throw new Error('The secret of the outside check must be whsec_ and 24 to 64 random bytes in base64.');
  const now = new Date();
  const body = JSON.stringify({ type: 'dateline.comment', timestamp: now.toISOString(), data: question });
  const headers = { 'content-type': 'application/json', ...signedHeaders(key, `msg_${randomUUID()}`, now, body) };
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal });
    if (!response.ok) {
      await response.body?.cancel();
      return 'external-away';
    }
    return answer.parse(JSON.parse(await readAnswer(response))).verdict === 'hold' ? 'external' : undefined;
  } catch {
    return 'external-away';
  }
}
