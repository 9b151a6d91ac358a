/** The part of a thread's element that is marked `data-…`. */
export const partOf = (thread: ParentNode, name: string) => thread.querySelector<HTMLElement>(`[data-${name}]`)!;

/** Says politely what was done, or could not be done, for the whole of a thread. */
export function announce(thread: ParentNode, text: string, failed = false): void {
  const region = partOf(thread, 'announcement');
  region.classList.toggle('failed', failed);
  region.textContent = text;
}

/** The link of a kind that was followed, not into another window; what is done here instead is up to the caller. */
export function linkOf(event: MouseEvent, kind: string): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(kind) : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  event.preventDefault();
  return link;
}
