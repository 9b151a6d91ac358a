import type { Page } from 'playwright-core';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { mailedLink } from '../support/mail.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { firstPassword, register } from './reader-registration.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
});

const at = (path: string) => new URL(path, stack.siteURL).href;

async function logIn(page: Page, address: string, password: string): Promise<void> {
  await page.goto(at(routes.login));
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { exact: true, name: 'Log in' }).click();
}

const says = (page: Page, text: string) =>
  expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringContaining(text));

test.for([true, false])('an account is kept by its reader, with script: %s', async (javaScriptEnabled) => {
  const page = await openPage({ javaScriptEnabled });
  const name = javaScriptEnabled ? 'Nakiru' : 'Lokwang';
  const address = await register(page, stack, name);
  await page.goto(at(javaScriptEnabled ? routes.account : readerRoutes.account));
  await page.getByText(address).waitFor();

  await page.getByRole('link', { name: 'Change name' }).click();
  await page.getByLabel('Name', { exact: true }).fill(`${name} E.`);
  await page.getByRole('button', { name: 'Save' }).click();
  await says(page, 'Your name is changed.');
  await page.getByText(`${name} E.`).waitFor();

  const next = `next.${address}`;
  await page.getByRole('link', { name: 'Change e-mail address' }).click();
  await page.getByLabel('New e-mail address').fill(next);
  await page.getByLabel('Your password now').fill(firstPassword);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await says(page, 'We have sent a mail to the new address.');
  await page.goto(await mailedLink(stack, next, readerRoutes.confirmEmail));
  await page.getByRole('button', { name: 'Confirm this address' }).click();
  await says(page, 'Your address is changed.');
  await page.getByText(next).waitFor();

  await page.getByRole('link', { name: 'Change password' }).click();
  await page.getByLabel('Your password now').fill(firstPassword);
  await page.getByLabel('New password').fill('eleven goats on a hill');
  await page.getByRole('button', { name: 'Save' }).click();
  await says(page, 'Your password is changed');

  const other = await openPage({ javaScriptEnabled });
  await logIn(other, next, 'eleven goats on a hill');
  await other.getByRole('heading', { name: 'Your account' }).waitFor();
  await page.goto(at(readerRoutes.account));
  await page.getByRole('button', { name: 'Log out Chrome on Linux' }).click();
  await says(page, 'That browser is logged out.');
  await other.goto(at(readerRoutes.account));
  await other.getByRole('heading', { name: 'Log in' }).waitFor();

  await other.getByRole('link', { name: 'Forgot your password?' }).click();
  await other.getByLabel('E-mail address').fill(next);
  await other.getByRole('button', { name: 'Send the link' }).click();
  await says(other, 'We have sent a mail');
  await other.goto(await mailedLink(stack, next, readerRoutes.reset));
  await other.getByLabel('New password').fill('rain on a tin roof');
  await other.getByRole('button', { name: 'Save and log in' }).click();
  await says(other, 'Your password is changed');
  await page.goto(at(readerRoutes.account));
  await page.getByRole('heading', { name: 'Log in' }).waitFor();

  await other.getByRole('button', { name: 'Log out everywhere' }).click();
  await says(other, 'No browser is logged in');
  await other.goto(at(readerRoutes.account));
  expect(await other.getByRole('heading', { level: 1 }).textContent()).toBe('Log in');

  await logIn(other, next, 'rain on a tin roof');
  await other.goto(at(readerRoutes.account));
  await other.getByRole('link', { name: 'Delete your account' }).click();
  await other.getByLabel('are emptied').check();
  await other.getByLabel('Your password now').fill('rain on a tin roof');
  await other.getByRole('button', { name: 'Delete my account' }).click();
  await says(other, 'in a day your account is gone');
  await logIn(other, next, 'rain on a tin roof');
  await other.getByRole('heading', { name: 'Your account' }).waitFor();
});
