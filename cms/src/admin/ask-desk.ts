'use client';

import { toast } from '@payloadcms/ui';

const unreachable = 'The desk did not answer. Check the connection and try again.';

interface Asked {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: object | undefined;
  signal?: AbortSignal | undefined;
}

/** Asks an endpoint of the desk's. What goes wrong is said where the editor looks, and null comes back. */
export async function askDesk<Answer>(
  url: string,
  { method = 'GET', body, signal }: Asked = {},
): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'include',
      ...(signal && { signal }),
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (response.ok) return answer as Answer;
    toast.error(answer?.errors?.[0]?.message ?? unreachable);
  } catch {
    if (!signal?.aborted) toast.error(unreachable);
  }
  return null;
}
