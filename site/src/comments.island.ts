import type { CommentOrder } from '@dateline/shared/comment-order';
import { isSignedIn } from './signed-in.ts';
import { drawOrders } from './thread/order.ts';
import { announce, linkOf, partOf } from './thread/page.ts';
import type { ReaderThread } from './thread/reader-thread.ts';
import { words } from './thread/words.ts';

/** Milliseconds after which somebody reads on, and may want to know what has come. */
const soon = 30_000;

/** The id of the comment that the address names, if it names one. */
const named = () => /^#(comment-[\w-]+)$/.exec(location.hash)?.[1];

/**
 * Adds to a thread that the page holds already: its orders, what comes while it is read and, for a reader who is signed in, all
 * that is theirs. For anybody else it follows the page, and asks nothing of the reader API until they want something of it.
 */
class Comments extends HTMLElement {
  /** The list that came with the page, in its own order. */
  #page!: HTMLElement;
  #order: CommentOrder = 'newest';
  #reader: Promise<ReaderThread | undefined> | undefined;

  connectedCallback() {
    this.#page = partOf(this, 'thread');
    if (this.#page.childElementCount > 1 && this.dataset.newest === undefined) this.#offerOrders();
    setTimeout(() => void this.#follow(), soon);
    this.addEventListener('click', (event) => void this.#logIn(event));
    if (isSignedIn()) void this.#readAsReader().then((reader) => reader?.load());
  }

  /** An order that was chosen before is shown to readers who are signed in, of whose threads the reader API is asked anyway. */
  #offerOrders() {
    const orders = drawOrders((order) => this.#reorder(order));
    this.#page.before(orders.label);
    if (isSignedIn() && !named()) orders.restore();
    const findNamed = () => {
      const id = named();
      const has = (list: ParentNode) => list.querySelector(`[id="${id}"]`) !== null;
      if (!id || has(this) || !has(this.#page)) return;
      void orders.turn('newest');
      // It is only a target once it is gone to where it stands.
      location.replace(location.hash);
    };
    addEventListener('hashchange', findNamed);
  }

  /** What a thread has for readers, fetched once somebody is signed in. Where it is not to be had, the thread stays as it is. */
  #readAsReader() {
    this.#reader ??= import('./thread/reader-thread.ts').then(
      ({ ReaderThread }) => new ReaderThread(this, this.#page),
      () => (this.#reader = undefined),
    );
    return this.#reader;
  }

  async #follow() {
    const followed = {
      thread: this,
      list: this.#page,
      arrivals: partOf(this, 'arrivals'),
      drawn: ({ id }: Element) => void this.#reader?.then((reader) => reader?.drawn(id.slice('comment-'.length))),
    };
    // Where it is not to be had, the thread stays as it is.
    const live = await import('./thread/live-thread.ts').catch(() => undefined);
    live?.followThread(followed);
  }

  /** Lets whoever follows a link to log in do it here. What does it is fetched then; where it is not to be had, the link is followed. */
  async #logIn(event: MouseEvent) {
    const link = linkOf(event, '[data-login]');
    if (!link) return;
    try {
      const { logInHere } = await import('./thread/log-in-here.ts');
      logInHere(partOf(this, 'entry'), link.href, async () => {
        const reader = await this.#readAsReader();
        if (reader) await reader.tryAgain();
        // They are logged in, and nothing was typed that would be lost.
        else location.reload();
      });
    } catch {
      location.assign(link.href);
    }
  }

  /** Shows the thread in another order, which the page does not hold. @returns Whether it could. */
  async #reorder(order: CommentOrder): Promise<boolean> {
    const before = this.#order;
    this.#order = order;
    const list = order === 'newest' ? this.#page : await this.#inOrder(order);
    // Another has been chosen since.
    if (order !== this.#order) return true;
    announce(this, list ? '' : words.orderFailed, !list);
    if (!list) {
      this.#order = before;
      return false;
    }
    const shown = partOf(this, 'thread');
    (shown.closest('.ordered') ?? shown).replaceWith(list);
    for (const part of [partOf(this, 'arrivals'), this.querySelector('nav.more')])
      part?.toggleAttribute('hidden', order !== 'newest');
    void this.#reader?.then((reader) => reader?.bring());
    return true;
  }

  async #inOrder(order: CommentOrder): Promise<HTMLElement | undefined> {
    const ordered = await import('./thread/ordered-thread.ts').catch(() => undefined);
    return ordered?.orderedThread(this, this.#page, order, (list, answer) => {
      void this.#reader?.then((reader) => reader?.take(list, answer));
    });
  }
}

customElements.define('dl-comments', Comments);
