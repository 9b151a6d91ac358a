'use client';

import { useRouteCache } from '@payloadcms/ui';
import { useEffect } from 'react';

/** In milliseconds. */
const interval = 5_000;

/** Asks for the page anew every few seconds while somebody looks at it. */
export function KeepFresh() {
  const { clearRouteCache } = useRouteCache();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') clearRouteCache();
    }, interval);
    return () => clearInterval(timer);
  }, [clearRouteCache]);
  return null;
}
