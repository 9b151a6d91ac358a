import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openPage, type PageOptions } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { publishStory, signInToDesk } from './admin-session.ts';

let stack: TestStack;
let article: string | undefined;
let page: Page;

beforeAll(async () => {
  stack = await startStack();
});

/** Opens what was written lately: a conversation that begins with `Early.` and has one reply, and `Late.`. */
async function openRecent(options?: PageOptions): Promise<void> {
  page = await openPage(options);
  await signInToDesk(page, stack);
  article ??= await publishStory(page, stack);
  await query(
    stack.database.url,
    `with written as (
       insert into comments (id, article_id, author_name, body, status, key, created_at, updated_at, published_at)
       select gen_random_uuid(), $1, 'Njeri Kamau', text, 'published', gen_random_uuid(),
         now() - age, now() - age, now() - age
       from (values ('Early.', interval '3 hours'), ('Late.', interval '1 hour')) given (text, age) returning id, body
     ) insert into comments (id, article_id, author_name, body, status, key, parent_id, root_id, created_at, updated_at,
       published_at)
     select gen_random_uuid(), $1, 'Amani Testero', 'A reply.', 'published', gen_random_uuid(), id, id,
       now() - interval '2 hours', now(), now() from written where body = 'Early.'`,
    [article],
  );
  await page.goto(`${stack.adminURL}/moderation`);
  await page.getByRole('button', { name: 'Recent' }).click();
  await page.locator('.dateline-judged__text', { hasText: 'Late.' }).waitFor();
}

beforeEach(() => query(stack.database.url, 'delete from comments'));

const open = async (text: string) => {
  await page.locator('.dateline-queue__open', { hasText: text }).click();
  await page.locator('.dateline-judged__text', { hasText: text }).waitFor();
};
const marks = () => page.getByRole('group', { name: 'Marks' });
const button = (name: string, pressed: boolean) => marks().getByRole('button', { name, exact: true, pressed });

/** What readers' pages are told of each comment last. */
const published = async () =>
  Object.fromEntries(
    (
      await query<{ text: string; pinned: boolean; pick: boolean }>(
        stack.database.url,
        `select distinct on (document) body as text, (data -> 'pinned')::boolean as pinned,
           (data -> 'pick')::boolean as pick
         from outbox join comments on comments.id = document where kind = 'comment' order by document, seq desc`,
      )
    ).map(({ text, pinned, pick }) => [text, { pinned, pick }]),
  );

test('a moderator pins and picks where they read, and takes it back by the same button or key', async () => {
  await openRecent();
  await button('Pin', false).click();
  await button('Pin', true).waitFor();
  await page.getByRole('status').getByText('Pinned.', { exact: true }).waitFor();
  await page.locator('.dateline-queue .dateline-fact', { hasText: 'Published, pinned' }).waitFor();
  expect(await published()).toMatchObject({ 'Late.': { pinned: true, pick: false } });

  await open('Early.');
  await page.keyboard.press('p');
  await button('Pin', true).waitFor();
  await page.keyboard.press('e');
  await button('Editor’s pick', true).waitFor();
  await page.getByRole('status').getByText('Editor’s pick.', { exact: true }).waitFor();
  await page.locator('.dateline-log', { hasText: 'Editor’s pick' }).waitFor();
  expect(await published()).toEqual({
    'Early.': { pinned: true, pick: true },
    'Late.': { pinned: false, pick: false },
  });
  await button('Editor’s pick', true).click();
  await button('Editor’s pick', false).waitFor();

  await open('Late.');
  await button('Pin', false).waitFor();
  await open('A reply.');
  await button('Editor’s pick', false).waitFor();
  expect(await marks().getByRole('button').count()).toBe(1);
  await page.keyboard.press('p');
  await page.keyboard.press('e');
  await button('Editor’s pick', true).waitFor();
  const log = await query(
    stack.database.url,
    `select body, act, staff_name from moderation_log join comments on comments.id = comment order by moderation_log.id`,
  );
  expect(log.map(({ body, act, staff_name }) => `${staff_name}: ${act} ${body}`)).toEqual([
    'Desk: pin Late.',
    'Desk: pin Early.',
    'Desk: unpin Late.',
    'Desk: pick Early.',
    'Desk: unpick Early.',
    'Desk: pick A reply.',
  ]);
});

test('what cannot be marked any more says so, and offers no marks', async () => {
  await openRecent({ expectedErrors: [/404/] });
  await query(stack.database.url, `update comments set status = 'removed' where body = 'Late.'`);
  await button('Pin', false).click();
  await page.getByRole('status').getByText('It is not public any more, and bears no mark.').waitFor();
  await marks().waitFor({ state: 'detached' });

  await open('Early.');
  await query(stack.database.url, `delete from comments where body <> 'Late.'`);
  await button('Pin', false).click();
  await page.locator('.payload-toast-container').getByText('Not Found').waitFor();
  expect(await published()).toEqual({});
});
