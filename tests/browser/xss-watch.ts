import type { Page } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import { payloads } from '../support/xss-payloads.ts';

/** What was seen to act. */
export const acted: string[] = [];

declare const pwned: unknown;

/** A page that writes down whatever a payload brings about: a dialog, the mark, a breach of the policy, a request elsewhere. */
export async function watched(): Promise<Page> {
  const page = await openPage({ expectedErrors: [/status of 4\d\d/] });
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    document.addEventListener('securitypolicyviolation', (event) =>
      breaches.push(`${event.violatedDirective} ${event.sample}`),
    );
  });
  page.on('dialog', (dialog) => {
    acted.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== 'localhost') acted.push(`a request: ${request.url()}`);
  });
  return page;
}

/** Notes what has come to act on a page. */
export async function look(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    pwned: 'pwned' in window ? String(pwned) : '',
    breaches: (window as unknown as { breaches?: string[] }).breaches ?? [],
  }));
  if (found.pwned) acted.push(`${where}: payload ${found.pwned} ran`);
  acted.push(...found.breaches.map((breach) => `${where}: ${breach}`));
}

/** Sets off what waits for somebody to act: focus, pointer and clicks on whatever looks like a link without being ours. */
export async function visit(page: Page, url: string): Promise<string> {
  const response = await page.goto(url);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('#main *'))
      for (const type of ['pointerover', 'mouseover', 'focus', 'pointerenter', 'mouseenter'])
        element.dispatchEvent(new Event(type, { bubbles: true }));
    for (const link of document.querySelectorAll<HTMLAnchorElement>('#main a'))
      if (!/^(https?|mailto):$/.test(link.protocol)) link.click();
  });
  await look(page, url);
  return response?.headers()['content-security-policy'] ?? '';
}

/** In parts that are no longer than so many characters, each still by itself. */
export function batches(most: number): string[] {
  const made: string[] = [];
  for (const payload of payloads) {
    const last = made.at(-1);
    const joined = `${last}\n\n${payload}`;
    if (last !== undefined && joined.length <= most) made[made.length - 1] = joined;
    else made.push(payload);
  }
  return made;
}
