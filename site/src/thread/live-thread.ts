/** Milliseconds between two looks: after the first, and where nothing comes for long. */
const soonest = 30_000;
const latest = 300_000;

const ownPart = (child: Element) => !child.matches('.replies, .more-replies');

/** Gives a comment the words that it has by now; the replies under it stay as they are. */
function renew(there: Element, now: Element): void {
  const isSame = there.matches('.removed') === now.matches('.removed') && !there.matches('.pending');
  // Nobody's answer is taken from under their hands.
  if ((isSame && there.getAttribute('data-edited') === now.getAttribute('data-edited')) || there.querySelector('form'))
    return;
  const rest = [...there.children].filter((child) => !ownPart(child));
  there.className = now.className;
  const edited = now.getAttribute('data-edited');
  if (edited) there.setAttribute('data-edited', edited);
  there.replaceChildren(...[...now.children].filter(ownPart).map((child) => document.importNode(child, true)), ...rest);
}

/** Puts what is new of a list where it belongs. @returns What was put in, in the order of the page. */
function putNew(list: Element, now: Element, find: (id: string) => Element | null): Element[] {
  const put: Element[] = [];
  let next: Element | null = null;
  for (const item of [...now.children].toReversed()) {
    const there = find(item.id);
    if (there) {
      const replies = item.querySelector(':scope > .replies');
      if (replies) put.unshift(...putReplies(there, replies, find));
    } else if (!item.matches('.removed')) {
      const arrived = document.importNode(item, true);
      list.insertBefore(arrived, next);
      put.unshift(arrived);
    }
    next = there ?? find(item.id) ?? next;
  }
  return put;
}

function putReplies(comment: Element, now: Element, find: (id: string) => Element | null): Element[] {
  let list = comment.querySelector(':scope > .replies');
  if (!list) {
    list = document.createElement('ol');
    list.className = 'replies';
    comment.insertBefore(list, comment.querySelector(':scope > .more-replies'));
  }
  return putNew(list, now, find);
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
 * @param root With the thread and its count.
 */
export function followThread(root: HTMLElement, list: Element): void {
  const arrivals = document.createElement('div');
  arrivals.className = 'arrivals';
  arrivals.ariaLive = 'polite';
  list.before(arrivals);
  const find = (id: string) => list.querySelector(`[id="${id}"]`);
  let wait = soonest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = 0;

  function show(now: Element, count: string): void {
    const [first] = putNew(list, now, find);
    root.querySelector('[data-empty]')?.remove();
    root.querySelector('[data-count]')!.textContent = count;
    arrivals.replaceChildren();
    if (!(first instanceof HTMLElement)) return;
    first.tabIndex = -1;
    first.focus();
  }
  function offer(now: Element, count: string): void {
    const many = [...now.querySelectorAll('.comment')].filter(
      (comment) => !comment.matches('.removed') && !find(comment.id),
    ).length;
    const said = many === 1 ? '1 new comment' : `${many} new comments`;
    if (arrivals.textContent !== (many ? said : '')) wait = soonest;
    arrivals.replaceChildren();
    if (many === 0) return;
    const button = document.createElement('button');
    button.textContent = said;
    button.addEventListener('click', () => show(now, count));
    arrivals.append(button);
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
        if (there) renew(there, comment);
      }
      offer(now, page?.querySelector('[data-count]')?.textContent ?? '');
    }
    again();
  }
  function again(): void {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(() => void look(), Math.max(0, lookedAt + wait - Date.now()));
  }
  document.addEventListener('visibilitychange', again);
  again();
}
