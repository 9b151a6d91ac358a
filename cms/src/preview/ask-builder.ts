import type { Candidate } from '@dateline/shared/preview';
import { APIError } from 'payload';

/** Where the resident builder shows drafts, and what it wants as a bearer token. */
export interface PreviewBuilder {
  url: string;
  token: string;
}

const patience = 10_000;

/**
 * Asks the resident builder about a candidate.
 * @throws An error with a sentence for the desk.
 */
export async function askBuilder(
  builder: PreviewBuilder | undefined,
  path: string,
  candidate: Candidate,
): Promise<Response> {
  if (!builder) {
    throw new APIError(
      'Previews need the resident builder. Start it with PREVIEW_PORT and name its address here in PREVIEW_URL.',
      503,
      {},
      true,
    );
  }
  const answer = await fetch(builder.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${builder.token}` },
    body: JSON.stringify(candidate),
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new APIError("The site's builder does not answer. Check that it runs, then try again.", 503, {}, true);
  });
  if (answer.ok) return answer;
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
  throw new APIError(`The site could not draw this: ${detail ?? `it answered ${answer.status}`}.`, 502, {}, true);
}
