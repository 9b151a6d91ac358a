'use client';

import type { PublishPlan } from '@dateline/shared/preview';
import { useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

/** In an article's sidebar: which pages publishing its draft would change, looked up when it is opened. */
export function PublishPlanNote() {
  const { config } = useConfig();
  const { id, lastUpdateTime } = useDocumentInfo();
  const [isOpen, setIsOpen] = useState(false);
  const [plan, setPlan] = useState<PublishPlan | string | null>(null);
  const url = typeof id === 'string' ? `${config.serverURL}${config.routes.api}/newsroom/plan/${id}` : undefined;

  useEffect(() => {
    if (!url || !isOpen) return;
    const abort = new AbortController();
    async function ask(address: string) {
      const response = await fetch(address, { credentials: 'include', signal: abort.signal });
      const answer = await response.json();
      if (response.ok) setPlan(answer);
      else setPlan(answer.errors?.[0]?.message ?? 'The plan could not be made. Try again in a minute.');
    }
    ask(url).catch(() => {
      if (!abort.signal.aborted) setPlan('The desk could not ask which pages change. Reload the page.');
    });
    return () => abort.abort();
  }, [url, isOpen, lastUpdateTime]);

  if (!url) return null;
  return (
    <details className="field-type dateline-plan" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>What publishing would change</summary>
      <div role="status">
        {plan === null && <p>Looking it up…</p>}
        {typeof plan === 'string' && <p>{plan}</p>}
        {plan !== null && typeof plan === 'object' && (
          <>
            <p>{plan.total === 1 ? '1 page or file.' : `Up to ${plan.total} pages and files.`}</p>
            <ul>
              {plan.paths.map((path) => (
                <li key={path}>{decodeURI(path)}</li>
              ))}
              {plan.total > plan.paths.length && <li>and {plan.total - plan.paths.length} more</li>}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}
