import type { CDPSession, Page } from 'playwright-core';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { firstPassword, register } from './reader-registration.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
});

const at = (path: string) => new URL(path, stack.siteURL).href;

/** Gives the page's browser an authenticator that its reader unlocks, or fails to. */
async function authenticator(page: Page) {
  const client: CDPSession = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    passkeys: async () => (await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    unlocks: (isUserVerified: boolean) => client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

async function logOut(page: Page): Promise<void> {
  await page.goto(at(readerRoutes.account));
  await page.getByRole('button', { name: 'Log out', exact: true }).click();
  await page.waitForURL(at(routes.home));
}

test('a passkey is added with the password, logs in, and does not once it is removed', async () => {
  const page = await openPage({ expectedErrors: [/status of (401|422)/] });
  const device = await authenticator(page);
  const address = await register(page, stack, 'Nakiru');
  await page.goto(at(readerRoutes.accountPasskeys));
  await page.getByText('You have none yet.').waitFor();
  await page.getByLabel('Your password now').fill('not the one at all');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'This is not your password.' }).waitFor();
  expect(await device.passkeys()).toEqual([]);

  await page.getByLabel('Your password now').fill(firstPassword);
  await page.getByLabel('What to call it').fill('Office');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('status').filter({ hasText: 'The passkey is added.' }).waitFor();
  const [made] = await device.passkeys();
  expect(made).toMatchObject({ isResidentCredential: true, rpId: 'localhost', userName: address });

  await logOut(page);
  await page.goto(`${at(routes.login)}?returnTo=${encodeURIComponent(routes.corrections)}`);
  await device.unlocks(false);
  await page.getByRole('button', { name: 'Log in with a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'No passkey was used.' }).waitFor();
  await device.unlocks(true);
  await page.getByRole('button', { name: 'Log in with a passkey' }).click();
  await page.waitForURL(at(routes.corrections));
  await page.goto(at(readerRoutes.accountPasskeys));
  await page.getByText('last used').waitFor();

  await page.getByRole('button', { name: 'Remove Office' }).click();
  await page.getByRole('status').filter({ hasText: 'The passkey is removed.' }).waitFor();
  await logOut(page);
  await page.goto(at(routes.login));
  await page.getByRole('button', { name: 'Log in with a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'This passkey could not be used here.' }).waitFor();
  await page.goto(at(readerRoutes.account));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Log in');
});

test('without script the page says what is missing, and the password still logs in', async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await register(page, stack, 'Lokwang');
  await page.goto(at(readerRoutes.accountPasskeys));
  await page.getByText('your browser needs to know passkeys').waitFor();
  expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0);
  await page.goto(at(routes.login));
  expect(await page.getByRole('button', { name: 'Log in with a passkey' }).count()).toBe(0);
});
