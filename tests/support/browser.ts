import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { atEnd } from './at-end.ts';
import { unpackChromium } from './chromium.ts';

let running: Promise<Browser> | undefined;

/** The test file's browser: a real Chromium that reaches nothing but the loopback interface. Closed when the file is through. */
function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

async function launch(): Promise<Browser> {
  const { executablePath, env } = await unpackChromium();
  const launched = await chromium.launch({
    executablePath,
    env,
    // The sandbox refuses root; nothing is opened here but our own pages.
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
  });
  atEnd(() => launched.close());
  return launched;
}

export interface PageOptions extends BrowserContextOptions {
  /** Complaints of the page that the test expects. */
  expectedErrors?: RegExp[];
}

/**
 * A page in a context of its own (cookies and all), closed with the test. Whatever the page logs as an error or throws
 * fails the test.
 */
export async function openPage({ expectedErrors = [], ...options }: PageOptions = {}): Promise<Page> {
  const context = await (await browser()).newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  const errors: string[] = [];
  const complain = (text: string) => {
    if (!expectedErrors.some((expected) => expected.test(text))) errors.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complain(error.error().stack ?? error.error().message));
  onTestFinished(async () => {
    await context.close();
    expect(errors, 'errors in the page').toEqual([]);
  });
  return context.newPage();
}
