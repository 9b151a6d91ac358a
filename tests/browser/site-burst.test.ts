import { randomUUID } from 'node:crypto';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { firstPassword } from './reader-registration.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
  const body = JSON.stringify({ email: `${randomUUID()}@example.org`, name: 'Nakiru', password: firstPassword });
  const headers = { origin: new URL(stack.siteURL).origin, 'content-type': 'application/json' };
  await fetch(new URL(readerRoutes.register, stack.siteURL), { method: 'POST', headers, body });
  // As if many had registered lately.
  await query(stack.database.url, `update rate_limits set points = 100 where key like 'register-all:%'`);
});

/** After how many seconds the mail to an address is first tried. */
async function waitOf(address: string): Promise<number | undefined> {
  const [mail] = await query<{ wait: number }>(
    stack.database.url,
    `select extract(epoch from next_try_at - created_at)::float8 as wait from mail_queue where "to" = $1`,
    [address],
  );
  return mail && Math.round(mail.wait);
}

test.for([
  { javaScriptEnabled: true, wait: 0, says: [expect.stringContaining('your browser is doing some work')] },
  { javaScriptEnabled: false, wait: 5, says: [] },
])('in a burst somebody registers, with script: $javaScriptEnabled', async ({ javaScriptEnabled, wait, says }) => {
  const page = await openPage({ javaScriptEnabled });
  const address = `${randomUUID()}@example.org`;
  const said: string[] = [];
  await page.exposeFunction('noteStatus', (text: string) => said.push(text));
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      const status = document.querySelector('form.sheet [role="status"]');
      const note = () =>
        (window as unknown as { noteStatus: (text: string) => void }).noteStatus(status?.textContent ?? '');
      if (status) new MutationObserver(note).observe(status, { childList: true });
    }),
  );
  await page.goto(new URL(routes.register, stack.siteURL).href);
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Name', { exact: true }).fill('Wanjiku Otieno');
  await page.getByLabel('Password').fill(firstPassword);
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  expect(await waitOf(address)).toBe(wait);
  expect(said).toEqual(says);
});
