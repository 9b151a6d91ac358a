import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readerRoutes, routes } from '../../shared/src/routes.ts';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { mailedLink } from '../support/mail.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { faultsInGuises } from './accessibility.ts';
import { busyStory } from './busy-story.ts';
import { firstPassword, register, registerFromStory } from './reader-registration.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] }),
);

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
  await query(stack.database.url, 'update newsroom_settings set moderation_hold_new = false, updated_at = now()');
});

const at = (path: string) => new URL(path, stack.siteURL).href;

/** Goes to a page of the reader API. @returns Where its HTML is not valid, and where it keeps somebody out. */
async function faultsAt(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(at(path));
  const { results } = await validator.validateString((await answer?.text()) ?? '');
  const invalid = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
  return [...invalid, ...(await faultsInGuises(page))];
}

const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the forms of accounts are open to all, and what they say is wrong too', async () => {
  const page = await openPage({ expectedErrors: [/status of 4\d\d/] });
  const [comment] = await query<{ id: string; article: string }>(
    stack.database.url,
    `select id, article_id as article from comments where status = 'published' and reader_id is not null limit 1`,
  );
  for (const path of [
    readerRoutes.login,
    readerRoutes.register,
    readerRoutes.forgot,
    readerRoutes.writeComment(comment!.article),
    readerRoutes.writeComment(comment!.article, comment!.id),
    readerRoutes.reportComment(comment!.id),
    `${readerRoutes.reset}?token=unknown`,
    `${readerRoutes.verify}?token=unknown`,
    `${readerRoutes.unsubscribe}?token=unknown`,
  ])
    expect(await faultsAt(page, path), path).toEqual([]);

  await page.goto(at(readerRoutes.login));
  await page.getByLabel('E-mail address').fill('nobody@reader.example');
  await page.getByLabel('Password').fill('not the one at all');
  await send(page, 'Log in');
  await page.getByRole('alert').first().waitFor();
  expect(await faultsInGuises(page), 'a wrong password').toEqual([]);
  await page.goto(at(readerRoutes.register));
  await page.getByLabel('E-mail address').fill('ngikario@reader.example');
  await page.getByLabel('Name', { exact: true }).fill('https://example.org');
  await page.getByLabel('Password').fill('password123456');
  await send(page, 'Register');
  await page.locator('#name-problem').waitFor();
  expect(await faultsInGuises(page), 'a registration that is refused').toEqual([]);
  await page.goto(at(readerRoutes.forgot));
  await page.getByLabel('E-mail address').fill('nobody@reader.example');
  await send(page, 'Send the link');
  await page.getByRole('status').waitFor();
  expect(await faultsInGuises(page), 'a forgotten password').toEqual([]);
});

test('the pages of an account are open to all', async () => {
  const page = await openPage({ expectedErrors: [/status of 4\d\d/] });
  const address = await register(page, stack, 'Nakiru');
  const { pathname, search } = new URL(await mailedLink(stack, address, readerRoutes.verify));
  expect(await faultsAt(page, pathname + search)).toEqual([]);
  const [others] = await query<{ id: string; article: string }>(
    stack.database.url,
    `select id, article_id as article from comments where status = 'published' and reader_id is not null limit 1`,
  );
  await page.goto(at(readerRoutes.writeComment(others!.article)));
  await page.getByLabel('Your comment').fill('How long has the bridge been shut? '.repeat(20));
  await send(page, 'Post comment');
  await page.waitForURL(/#comment-/);
  const [own] = await query<{ id: string }>(
    stack.database.url,
    `select comments.id from comments join readers on readers.id = reader_id where email = $1`,
    [address],
  );
  for (const path of [
    readerRoutes.account,
    readerRoutes.accountName,
    readerRoutes.accountEmail,
    readerRoutes.accountPassword,
    readerRoutes.accountPasskeys,
    readerRoutes.accountNotifications,
    readerRoutes.accountComments,
    readerRoutes.deleteAccount,
    readerRoutes.writeComment(others!.article, others!.id),
    readerRoutes.reportComment(others!.id),
    readerRoutes.recommendComment(others!.id),
    readerRoutes.editComment(own!.id),
    readerRoutes.withdrawComment(own!.id),
  ])
    expect(await faultsAt(page, path), path).toEqual([]);
  await page.goto(at(routes.account));
  await page.getByText(address).waitFor();
  expect(await faultsInGuises(page), 'the same by script').toEqual([]);
  await page.goto(at(readerRoutes.deleteAccount));
  await page.getByLabel('Your password now').fill(firstPassword);
  await page.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('status').first().waitFor();
  expect(await faultsInGuises(page), 'an account that is to be deleted').toEqual([]);
});

test('a thread is open to all, whatever a reader does in it', async () => {
  const page = await openPage({ expectedErrors: [/status of 4\d\d/] });
  await page.goto((await busyStory(stack)).href);
  const comments = page.locator('#comments');
  await comments.getByRole('link', { name: 'Login' }).click();
  await page.getByLabel('Password').waitFor();
  expect(await faultsInGuises(page), 'logging in beside a thread').toEqual([]);
  await page.getByLabel('E-mail address').fill('nobody@reader.example');
  await page.getByLabel('Password').fill('not the one at all');
  await page.keyboard.press('Enter');
  await comments.getByRole('alert').waitFor();
  expect(await faultsInGuises(page), 'a wrong password beside a thread').toEqual([]);

  await page.reload();
  await registerFromStory(page, stack, 'Lokiru');
  expect(await faultsInGuises(page), 'the form of a thread').toEqual([]);
  await page.getByLabel('Your comment').fill('Word '.repeat(1_100));
  await send(page, 'Post comment');
  await page.locator('[aria-invalid=true]').waitFor();
  expect(await faultsInGuises(page), 'a comment that is too long').toEqual([]);
  await page.getByLabel('Your comment').fill('Is the ferry running?');
  await send(page, 'Post comment');
  const own = page.locator('[data-thread] > .comment', { hasText: 'Is the ferry running?' });
  await own.getByRole('link', { name: /^Edit/ }).click();
  expect(await faultsInGuises(page), 'a comment that is changed').toEqual([]);
  await own.getByRole('link', { name: /^Delete/ }).click();
  expect(await faultsInGuises(page), 'a comment that is to be deleted').toEqual([]);
  const other = page.locator('[data-thread] > .comment:not(.removed)', { hasNotText: 'Is the ferry running?' }).first();
  await other
    .locator(':scope > .acts')
    .getByRole('button', { name: /^Recommend/ })
    .click();
  await other
    .locator(':scope > .acts')
    .getByRole('link', { name: /^Reply/ })
    .click();
  expect(await faultsInGuises(page), 'an answer').toEqual([]);
  await page.getByLabel('Order').selectOption('recommended');
  await page.locator('.ordered').waitFor();
  expect(await faultsInGuises(page), 'another order').toEqual([]);
});
