'use client';

import { useConfig } from '@payloadcms/ui';
import { useCallback } from 'react';
import { askDesk } from '../ask-desk.ts';

/** Asks the desk's endpoints of moderation: with a body, to do something. */
export function useDesk() {
  const { config } = useConfig();
  const base = `${config.serverURL}${config.routes.api}/newsroom/moderation`;
  return useCallback(
    <Answer>(path: string, body?: object, signal?: AbortSignal) =>
      askDesk<Answer>(base + path, { method: body ? 'POST' : 'GET', body, signal }),
    [base],
  );
}
