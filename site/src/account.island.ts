import type { Me } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';
import { isSignedIn } from './signed-in.ts';

/** Shows who is logged in, where a cookie hints that somebody is. Without an answer the page stays as it is. */
class Account extends HTMLElement {
  async connectedCallback() {
    if (!isSignedIn()) return;
    const answer = await fetch(readerRoutes.me, { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    this.#show((await answer.json()) as Me);
  }

  #show({ name, email }: Me) {
    const template = this.querySelector('template');
    if (!template) return;
    const filled = template.content.cloneNode(true) as DocumentFragment;
    filled.querySelector('[data-name]')!.textContent = name;
    filled.querySelector('[data-email]')!.textContent = email;
    this.querySelector('[data-anonymous]')?.replaceWith(filled);
  }
}

customElements.define('dl-account', Account);
