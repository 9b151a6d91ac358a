import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readerRoutes } from '../../shared/src/routes.ts';
import { query } from '../support/database.ts';
import type { TestStack } from '../support/stack.ts';
import { forgetLimits } from './reader-sender.ts';

/**
 * Posts comments as the reader who is signed in on the page, without the newsroom's limits.
 * @returns Their ids.
 */
export async function postMany(page: Page, stack: TestStack, comments: object[]): Promise<string[]> {
  const { database, siteURL } = stack;
  await query(
    database.url,
    'update newsroom_settings set moderation_hold_new = false, moderation_hold_all = false, moderation_reader_per_hour = 0, updated_at = now()',
  );
  const ids: string[] = [];
  for (const comment of comments) {
    await forgetLimits(stack);
    const answer = await page.request.post(new URL(readerRoutes.comments, siteURL).href, {
      data: { key: randomUUID(), ...comment },
      headers: { Origin: new URL(siteURL).origin },
    });
    expect(answer.status()).toBe(201);
    const { id, state } = (await answer.json()) as { id: string; state: string };
    expect(state).toBe('published');
    ids.push(id);
  }
  return ids;
}

/** Waits until the site's file of a page is so. */
export const fileIs = (address: string, isSo: (html: string) => boolean) =>
  expect.poll(async () => isSo(await (await fetch(address)).text()), { timeout: 30_000 }).toBe(true);
