/** Where a list has the replies to a comment of the first level: under it, or as a page of that conversation alone. */
export function listUnder(list: HTMLElement, root: string): Element | undefined {
  if (list.dataset.root === root) return list;
  const item = list.querySelector(`[id="comment-${root}"]`);
  return item ? repliesOf(item) : undefined;
}

/** The list of replies under a comment; made where there is none yet. */
export function repliesOf(item: Element): Element {
  const there = item.querySelector(':scope > .replies');
  if (there) return there;
  const made = document.createElement('ol');
  made.className = 'replies';
  item.insertBefore(made, item.querySelector(':scope > .more-replies'));
  return made;
}
