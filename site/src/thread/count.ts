/** A comment that everybody reads. */
export const isPublic = (item: Element | null) => item?.matches('.comment:not(.pending, .removed)') ?? false;

const place = (thread: ParentNode) => thread.querySelector('[data-count]')!;

/** How many comments a thread is said to have. */
export const countOf = (thread: ParentNode) => Number(place(thread).textContent);

export function setCount(thread: ParentNode, count: number): void {
  place(thread).textContent = String(count);
}

/** Counts so many more comments than before. */
export const countMore = (thread: ParentNode, more: number) => setCount(thread, countOf(thread) + more);
