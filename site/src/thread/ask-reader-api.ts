import type { Problem } from '@dateline/shared/problem';

/** An answer of the reader API, as an island needs it: what it gave, or why not. */
export type Answer<T> =
  | { is: 'given'; value: T }
  | { is: 'login-required' }
  | { is: 'paused' }
  | { is: 'refused'; problem: Partial<Problem> };

/** Why something was not given. */
export type Refusal = Exclude<Answer<unknown>, { is: 'given' }>;

/** Milliseconds after which no answer is waited for. What was sent may have come through: a key keeps it from becoming a twin. */
const patience = 20_000;

/** Asks the reader API. It never throws: an API that cannot be reached has paused. */
export async function askReaderApi<T>(url: string, body?: unknown, send: typeof fetch = fetch): Promise<Answer<T>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const request: RequestInit =
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await send(url, { ...request, signal: AbortSignal.timeout(patience) }).catch(() => undefined);
  const content: unknown = await response?.json().catch(() => undefined);
  if (response?.ok && content !== undefined) return { is: 'given', value: content as T };
  if (response?.status === 401) return { is: 'login-required' };
  if (content === undefined || response === undefined || response.status === 503) return { is: 'paused' };
  return { is: 'refused', problem: content as Partial<Problem> };
}
