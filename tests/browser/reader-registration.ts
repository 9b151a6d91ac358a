import type { Page } from 'playwright-core';
import { routes } from '@dateline/shared/routes';
import { confirmationOf } from '../support/mail.ts';
import type { TestStack } from '../support/stack.ts';

export const firstPassword = 'a long and quiet road';

/** Fills in the form to register that the page shows, and follows the mail's link. Returns the address. */
export async function registerHere(page: Page, stack: TestStack, name: string): Promise<string> {
  const address = `${name.toLowerCase()}@reader.example`;
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password').fill(firstPassword);
  await page.getByRole('button', { name: 'Register' }).click();
  // The mail may come before the answer.
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await page.goto(await confirmationOf(stack, address));
  await page.getByRole('button', { name: 'Confirm' }).click();
  return address;
}

/** Registers from the story that the page shows, and comes back to it signed in. Returns the address. */
export async function registerFromStory(page: Page, stack: TestStack, name: string): Promise<string> {
  await page.locator('#comments').getByRole('link', { name: 'Register' }).click();
  const address = await registerHere(page, stack, name);
  await page.getByLabel('Your comment').waitFor();
  return address;
}

/** Registers a reader, who is then at their account. Returns the address. */
export async function register(page: Page, stack: TestStack, name: string): Promise<string> {
  await page.goto(new URL(routes.register, stack.siteURL).href);
  const address = await registerHere(page, stack, name);
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  return address;
}
