/** The list of replies under a comment; made where there is none yet. */
export function repliesOf(item: Element): Element {
  const there = item.querySelector(':scope > .replies');
  if (there) return there;
  const made = document.createElement('ol');
  made.className = 'replies';
  item.insertBefore(made, item.querySelector(':scope > .more-replies'));
  return made;
}
