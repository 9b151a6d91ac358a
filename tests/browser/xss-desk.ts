import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { query } from '../support/database.ts';
import type { TestStack } from '../support/stack.ts';
import { payloads } from '../support/xss-payloads.ts';
import { look } from './xss-watch.ts';

/** The queue with what was written last and what was reported, comment by comment, and Payload's own list. */
export async function openQueue(
  desk: Page,
  stack: TestStack,
  { recent, all }: { recent: number; all: number },
): Promise<void> {
  for (const [tab, most] of [
    ['Recent', recent],
    ['Reported', 12],
  ] as const) {
    await desk.goto(`${stack.adminURL}/moderation`);
    await desk.getByRole('navigation', { name: 'Views of the queue' }).getByRole('button', { name: tab }).click();
    await desk.locator('.dateline-queue__open').first().waitFor();
    const open = desk.locator('.dateline-queue__open');
    for (let index = 0; index < most; index += 1) {
      await open.nth(index).click();
      await desk.locator('.dateline-judged__text').waitFor();
    }
    await look(desk, `the queue, ${tab}`);
  }
  await desk.goto(`${stack.adminURL}/collections/comments?limit=${all}`);
  await desk.getByText('№ 7').first().waitFor();
  await look(desk, 'the list of comments');
}

/** The desk's list of readers and their records, with names and addresses that no form would let through. */
export async function openReaders(desk: Page, stack: TestStack, name: string, becomes: string): Promise<void> {
  await query(
    stack.database.url,
    `insert into readers (id, name, email, status, created_at, updated_at)
     select gen_random_uuid(), payload, payload, 'active', now(), now() from unnest($1::text[]) payload`,
    [payloads],
  );
  const [known] = await query<{ id: string }>(
    stack.database.url,
    `update readers set name = $1 where name = $2 returning id`,
    [becomes, name],
  );
  await desk.goto(`${stack.adminURL}/collections/readers?limit=${payloads.length + 10}`);
  await expect.poll(() => desk.locator('tbody tr').count()).toBeGreaterThan(payloads.length);
  await look(desk, 'the list of readers');
  await desk.goto(`${stack.adminURL}/collections/readers/${known?.id}`);
  await expect.poll(() => desk.locator('#field-name').inputValue()).toBe(becomes.replace(/[\r\n]/g, ''));
  await look(desk, 'the record of a reader');
}
