/** A comment that everybody reads. */
export const isPublic = (item: Element | null) => item?.matches('.comment:not(.pending, .removed)') ?? false;

/** Null on a thread's further pages, which do not say it. */
const place = (thread: ParentNode) => thread.querySelector('[data-count]');

/** How many comments a thread is said to have. */
export const countOf = (thread: ParentNode) => Number(place(thread)?.textContent);

export function setCount(thread: ParentNode, count: number): void {
  place(thread)?.replaceChildren(String(count));
}

/** Counts so many more comments than before. */
export const countMore = (thread: ParentNode, more: number) => setCount(thread, countOf(thread) + more);
