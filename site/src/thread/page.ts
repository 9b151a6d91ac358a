/** Private modes of some browsers throw where others store nothing. */
export function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** The link of a kind that was followed, not into another window; what is done here instead is up to the caller. */
export function linkOf(event: MouseEvent, kind: string): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(kind) : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  event.preventDefault();
  return link;
}
