import { readerRoutes } from '@dateline/shared/routes';
import { isSignedIn } from './signed-in.ts';

/** Shows the reader's account, where a cookie hints that somebody is logged in. Without an answer the page stays as it is. */
class Account extends HTMLElement {
  async connectedCallback() {
    if (!isSignedIn()) return;
    const answer = await fetch(readerRoutes.account, { redirect: 'error' }).catch(() => undefined);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const own = page.querySelector('.reader-answer');
    if (!own) return;
    this.classList.add('reader-answer');
    this.replaceChildren(...own.childNodes);
  }
}

customElements.define('dl-account', Account);
