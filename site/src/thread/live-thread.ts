import { countMore, countOf, isPublic, setCount } from './count.ts';
import { repliesOf } from './replies-of.ts';
import { words } from './words.ts';

/** A thread on a page that is followed. */
export interface Followed {
  /** With its count. */
  thread: Element;
  /** The list that came with the page. */
  list: Element;
  /** Where what has come is offered. */
  arrivals: Element;
  /** Is told of each comment that is put in or drawn anew. */
  drawn: (comment: Element) => void;
}

/** Milliseconds between two looks: after the first, and where nothing comes for long. */
const soonest = 30_000;
const latest = 300_000;

const ownPart = (child: Element) => !child.matches('.replies, .more-replies');
const editedAt = (comment: Element) => comment.getAttribute('data-edited') ?? '';

/** Whether a page knows more of a comment than what is shown: it may also be older than what the reader API has told. */
function isNews(there: Element, now: Element): boolean {
  if (there.matches('.removed:not(.waiting)')) return false;
  if (now.matches('.removed')) return !there.matches('.pending') && now.className !== there.className;
  return there.matches('.pending, .waiting') ? editedAt(now) >= editedAt(there) : editedAt(now) > editedAt(there);
}

/** Whether somebody answers a comment, changes it, is at one of its links or marks its words. */
function isInUse(comment: Element): boolean {
  const selection = getSelection();
  return [...comment.children]
    .filter(ownPart)
    .some(
      (child) =>
        child.querySelector('.entry') !== null ||
        child.contains(document.activeElement) ||
        (selection !== null && !selection.isCollapsed && selection.containsNode(child, true)),
    );
}

/** Gives a comment the words that it has by now; the replies under it stay as they are. */
function renew(there: Element, now: Element): void {
  const rest = [...there.children].filter((child) => !ownPart(child));
  there.className = now.className;
  if (editedAt(now)) there.setAttribute('data-edited', editedAt(now));
  there.replaceChildren(...[...now.children].filter(ownPart).map((child) => document.importNode(child, true)), ...rest);
}

/**
 * Puts what is new of a list where it belongs.
 * @param next Before which it is put where the list has nothing that stands behind it.
 * @returns What was put in, in the order of the page.
 */
function putNew(list: Element, now: Element, find: (id: string) => Element | null, next: Element | null): Element[] {
  const put: Element[] = [];
  for (const item of [...now.children].toReversed()) {
    const there = find(item.id);
    if (there) {
      const replies = item.querySelector(':scope > .replies');
      if (replies) put.unshift(...putNew(repliesOf(there), replies, find, null));
      next = there;
    } else if (!item.matches('.removed')) {
      const arrived = document.importNode(item, true);
      list.insertBefore(arrived, next);
      put.unshift(arrived);
      next = arrived;
    }
  }
  return put;
}

/** Where a conversation has become longer than its page shows, leads on to the rest. */
function leadOn(there: Element, now: Element): void {
  const more = now.querySelector(':scope > .more-replies');
  if (more && !there.querySelector(':scope > .more-replies')) there.append(document.importNode(more, true));
}

const timeOf = (comment: Element) => comment.querySelector<HTMLTimeElement>(':scope > header time')?.dateTime ?? '';

/** Shows which comment is pinned by now, and what it says; what its own reader has made of it meanwhile stays. */
function renewPinned(thread: Element, page: ParentNode, arrivals: Element): void {
  const [there, now] = [thread, page].map((whole) => whole.querySelector<HTMLElement>('[data-pinned]'));
  const inThread = now && thread.querySelector(`[id="comment-${now.dataset.pinned}"]`);
  const isOlder = now && there?.dataset.pinned === now.dataset.pinned && editedAt(now) < editedAt(there!);
  if (there?.outerHTML === now?.outerHTML || isOlder || (there && isInUse(there))) return;
  there?.remove();
  if (now && (!inThread || isPublic(inThread))) arrivals.before(document.importNode(now, true));
}

/** How many comments are shown that are newer than all that a page has: the reader's own, which it does not have yet. */
function aheadOf(now: Element, list: Element): number {
  const newest = [...now.querySelectorAll('.comment')].map(timeOf).reduce((a, b) => (a > b ? a : b), '');
  return [...list.querySelectorAll('.comment')].filter((comment) => isPublic(comment) && timeOf(comment) > newest)
    .length;
}

/** The page as it is now; undefined where it is not to be had at the moment, null where it is gone. */
async function readAgain(): Promise<Document | null | undefined> {
  try {
    const response = await fetch(location.pathname, { cache: 'no-cache' });
    if (response.status === 404 || response.status === 410) return null;
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined;
  } catch {
    // Offline; it is asked again later.
    return undefined;
  }
}

/**
 * Looks at the page again now and then, as long as somebody looks at it, and offers the comments that have come. It is a file
 * that has mostly not changed: readers who wait cost neither a connection nor a question to the reader API.
 */
export function followThread({ thread, list, arrivals, drawn }: Followed): void {
  const find = (id: string) => list.querySelector(`[id="${id}"]`);
  const button = document.createElement('button');
  let coming: { now: Element; count: number } | undefined;
  let wait = soonest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = 0;

  function show({ now, count }: { now: Element; count: number }): void {
    const isShared = [...now.children].some(({ id }) => find(id));
    const put = putNew(list, now, find, isShared ? null : list.firstElementChild);
    for (const comment of put) drawn(comment);
    setCount(thread, count + aheadOf(now, list));
    thread.querySelector('[data-empty]')?.remove();
    button.remove();
    const [first] = put;
    if (!(first instanceof HTMLElement)) return;
    first.tabIndex = -1;
    first.focus();
  }
  function offer(now: Element, count: number): void {
    const many = [...now.querySelectorAll('.comment')].filter(
      (comment) => isPublic(comment) && !find(comment.id),
    ).length;
    const said = words.arrived(many);
    coming = { now, count };
    if (many === 0) return button.remove();
    // What says the same stays, so that it is neither read out again nor loses focus.
    if (button.isConnected && button.textContent === said) return;
    wait = soonest;
    button.textContent = said;
    if (!button.isConnected) arrivals.append(button);
  }
  async function look(): Promise<void> {
    lookedAt = Date.now();
    wait = Math.min(wait * 1.5, latest);
    const page = await readAgain();
    if (page === null) return;
    const now = page?.querySelector('dl-comments [data-thread]');
    // In another order, what is new stands elsewhere.
    if (now && list.isConnected) {
      for (const comment of now.querySelectorAll('.comment')) {
        const there = find(comment.id);
        if (there) leadOn(there, comment);
        if (!there || !isNews(there, comment) || isInUse(there)) continue;
        const before = isPublic(there);
        renew(there, comment);
        countMore(thread, Number(isPublic(there)) - Number(before));
        drawn(there);
      }
      renewPinned(thread, page!, arrivals);
      offer(now, countOf(page!));
    }
    again();
  }
  function again(): void {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(() => void look(), Math.max(0, lookedAt + wait - Date.now()));
  }
  arrivals.ariaLive = 'polite';
  button.addEventListener('click', () => {
    if (coming) show(coming);
  });
  document.addEventListener('visibilitychange', again);
  again();
}
