import type { Route } from 'playwright-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { instantAt, writeInstant } from '../../cms/src/schedule/newsroom-time.ts';
import { bodyOf, words } from '../integration/desk.ts';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { createInDesk, signInToDesk } from './admin-session.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startStack();
});

const body = bodyOf(words('It ran.'));

/** Lets the time pass until a document's schedules are due. A desk that is open already is told nothing of it. */
const fallDue = async (document: string, inSeconds = -1) => {
  const due = `update payload_jobs set wait_until = now() + $2 * interval '1 second' where input ->> 'document' = $1`;
  await query(stack.database.url, due, [document, inSeconds]);
  await query(stack.database.url, 'notify dateline_schedule');
};

test('an embargoed story is scheduled with one press, in the newsroom’s time, and public when it is due', async () => {
  const page = await openPage({ timezoneId: 'America/Los_Angeles' });
  await signInToDesk(page, stack);
  const settings = await page.request.post(`${stack.adminURL}/api/globals/newsroom-settings`, {
    data: { name: 'The Tana Courier', language: 'en', timeZone: 'Africa/Nairobi' },
    headers: { Origin: new URL(stack.adminURL).origin },
  });
  expect(settings.status()).toBe(200);
  const author = await createInDesk(page, stack, 'people', { name: 'Amani Testero', _status: 'published' });
  const id = await createInDesk(page, stack, 'articles', {
    headline: 'The budget, before it is read',
    slug: 'budget',
    standfirst: 'Under embargo.',
    dateline: { date: '2026-02-04' },
    authors: [author],
    body,
  });
  const article = `${stack.adminURL}/collections/articles/${id}`;
  await page.goto(article);
  await page.getByText('Nothing is scheduled.').waitFor();
  const wall = `${new Date().getFullYear() + 1}-02-04T12:00`;
  const at = (time: string) => writeInstant(instantAt(time, 'Africa/Nairobi')!, 'Africa/Nairobi');
  const when = at(wall);
  expect(when).toMatch(/^4 Feb \d{4}, 12:00 EAT$/);
  await page.getByLabel('Embargoed until').fill(wall);
  await page.getByRole('button', { name: `Schedule for ${when}` }).click();
  await page.locator('.dateline-schedule', { hasText: `Scheduled for ${when}` }).waitFor();
  await page.getByRole('button', { name: `Scheduled for ${when}` }).waitFor();

  await page.goto(stack.adminURL);
  const listed = page.locator('.dateline-schedules li', { hasText: 'The budget, before it is read' });
  await listed.getByText(`Scheduled for ${when}`).waitFor();
  await listed.getByText('by Desk').waitFor();

  await fallDue(id);
  // It is embargoed still, so that it waits for the embargo’s end.
  const waits = `select 1 from payload_jobs where input ->> 'document' = $1 and wait_until > now() and not processing`;
  await vi.waitUntil(async () => (await query(stack.database.url, waits, [id])).length > 0, { timeout: 20_000 });
  await page.goto(article);
  await page.locator('.dateline-schedule', { hasText: `Scheduled for ${when}` }).waitFor();
  expect(await page.locator('.dateline-schedule__lacks').allTextContents()).toEqual([]);
  expect((await page.request.get(`${stack.siteURL}articles/budget/`)).status()).toBe(404);

  // Who waited for the embargo goes with it, and the desk says so once it is saved.
  const later = wall.replace('12:00', '15:00');
  await page.getByLabel('Embargoed until').fill(later);
  await page.locator('.dateline-schedule', { hasText: `Scheduled for ${at(later)}` }).waitFor();

  await page.getByRole('button', { name: 'Lift the embargo' }).click();
  await page.getByRole('button', { name: 'Publish changes' }).waitFor();
  const lifted = `select 1 from _articles_v where parent_id = $1 and latest and version_embargoed_until is null`;
  await vi.waitUntil(async () => (await query(stack.database.url, lifted, [id])).length > 0, { timeout: 20_000 });
  await fallDue(id, 2);
  await page.reload();
  await page.getByText('Nothing is scheduled.').waitFor();
  await vi.waitUntil(async () => (await page.request.get(`${stack.siteURL}articles/budget/`)).status() === 200, {
    timeout: 20_000,
  });
});

test('a story that was not ready says so before, and why it failed after, until somebody has dealt with it', async () => {
  const page = await openPage();
  await signInToDesk(page, stack);
  const id = await createInDesk(page, stack, 'articles', { headline: 'Half a story' });
  await page.goto(`${stack.adminURL}/collections/articles/${id}`);
  await page.getByText('Schedule…').click();
  await page.getByLabel(/^Day and time in the newsroom/).fill(`${new Date().getFullYear() + 1}-02-04T12:00`);
  await page.getByRole('button', { name: 'Publish then' }).click();
  await page.locator('.dateline-schedule__lacks', { hasText: 'Write the story before you publish it.' }).waitFor();
  await fallDue(id);
  await page.goto(stack.adminURL);
  const failed = page.locator('.dateline-schedules li', { hasText: 'Half a story' });
  await vi.waitUntil(
    async () => (await page.reload(), await failed.getByText('Scheduled publish failed').count()) > 0,
    {
      timeout: 20_000,
    },
  );
  await failed.getByText('Write the story before you publish it.').waitFor();
  await failed.getByRole('button', { name: 'Dismiss' }).click();
  await failed.waitFor({ state: 'detached' });
  expect(await query(stack.database.url, 'select 1 from payload_jobs where has_error')).toEqual([]);
});

test('what was asked before a schedule was cancelled is not shown after it', async () => {
  const page = await openPage();
  await signInToDesk(page, stack);
  const id = await createInDesk(page, stack, 'articles', { headline: 'A story for later' });
  await page.goto(`${stack.adminURL}/collections/articles/${id}`);
  await page.getByText('Schedule…').click();
  await page.getByLabel(/^Day and time in the newsroom/).fill(`${new Date().getFullYear() + 1}-02-04T12:00`);
  await page.getByRole('button', { name: 'Publish then' }).click();
  const cancel = page.locator('.dateline-schedule').getByRole('button', { name: 'Cancel', exact: true });
  await cancel.waitFor();

  const [isAnswered, isCancelled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const hold = async (route: Route) => {
    const headers = { ...route.request().headers(), Origin: new URL(stack.adminURL).origin };
    const response = await route.fetch({ headers });
    expect(await response.text()).toContain(id);
    isAnswered.resolve();
    await isCancelled.promise;
    await route.fulfill({ response });
  };
  await page.route(/\/newsroom\/schedules\?/, hold, { times: 1 });
  await page.getByLabel('Headline').fill('A story for another day');
  await isAnswered.promise;
  await cancel.click();
  await page.getByText('Nothing is scheduled.').waitFor();
  isCancelled.resolve();
  await page.unrouteAll({ behavior: 'wait' });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await page.getByText('Nothing is scheduled.').count()).toBe(1);
});
