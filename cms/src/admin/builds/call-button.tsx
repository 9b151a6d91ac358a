'use client';

import { toast, useConfig, useRouteCache } from '@payloadcms/ui';
import { useState } from 'react';

/** Has a builder elsewhere called at once. */
export function CallButton({ name, title, label }: { name: string; title: string; label: string }) {
  const { config } = useConfig();
  const { clearRouteCache } = useRouteCache();
  const [busy, setBusy] = useState(false);

  async function call() {
    setBusy(true);
    const address = `${config.serverURL}${config.routes.api}/newsroom/dispatches/${name}`;
    const response = await fetch(address, { method: 'POST', credentials: 'include' }).catch(() => null);
    setBusy(false);
    if (response?.ok) {
      toast.success(`${title} is called.`);
      clearRouteCache();
    } else toast.error('Nothing was started. Check the connection and that you are signed in, and try again.');
  }

  return (
    <button
      aria-label={`${label}: ${title}`}
      className="dateline-decision__act"
      disabled={busy}
      onClick={() => void call()}
      type="button"
    >
      {label}
    </button>
  );
}
