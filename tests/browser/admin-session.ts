import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { runChild } from '../../scripts/child.ts';
import { bodyOf, words } from '../integration/desk.ts';
import type { TestStack } from '../support/stack.ts';

/** Makes somebody on the staff who may do everything, by the command that makes the first admin, and logs in as them. */
export async function signInToDesk(page: Page, stack: TestStack): Promise<void> {
  const email = `${randomUUID()}@example.org`;
  const password = `desk-${randomUUID()}`;
  const env = { DATABASE_URL: stack.database.url, PAYLOAD_SECRET: randomUUID(), FEED_TOKEN: randomUUID() };
  await runChild('cms/commands/create-admin.ts', env, {
    args: ['--email', email, '--name', 'Desk', '--password', password],
  });
  // Not by the form: what is typed before the desk's script runs is lost. The walk logs in there.
  const response = await page.request.post(`${stack.adminURL}/api/users/login`, {
    data: { email, password },
    headers: { Origin: new URL(stack.adminURL).origin },
  });
  expect(response.status()).toBe(200);
  await page.goto(stack.adminURL);
  await page.waitForURL(stack.adminURL);
}

/** Writes a document over the desk's own API, as whoever is logged in on the page. A draft, unless it says otherwise. */
export async function createInDesk(page: Page, stack: TestStack, collection: string, data: object): Promise<string> {
  const response = await page.request.post(`${stack.adminURL}/api/${collection}`, {
    data: { _status: 'draft', ...data },
    params: '_status' in data ? {} : { draft: 'true' },
    headers: { Origin: new URL(stack.adminURL).origin },
  });
  expect({ status: response.status(), said: await response.text() }).toMatchObject({ status: 201 });
  const { doc } = (await response.json()) as { doc: { id: string } };
  return doc.id;
}

/** Publishes a story with its author. Returns its id. */
export async function publishStory(page: Page, stack: TestStack): Promise<string> {
  const author = await createInDesk(page, stack, 'people', { name: 'Amani Testero', _status: 'published' });
  return await createInDesk(page, stack, 'articles', {
    headline: 'A ferry runs',
    standfirst: 'Twice a day, and on Sundays.',
    dateline: { date: '2026-02-04' },
    authors: [author],
    body: bodyOf(words('It ran.')),
    _status: 'published',
  });
}
