import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { readerRoutes, routes } from '../../shared/src/routes.ts';
import { pagesOfConversation, pagesOfThread } from '../../shared/src/thread-pages.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { payloads } from '../support/xss-payloads.ts';
import { publishStory, signInToDesk } from './admin-session.ts';
import { register } from './reader-registration.ts';
import { forgetLimits, sender, type Send } from './reader-sender.ts';
import { openQueue, openReaders } from './xss-desk.ts';
import { openMails } from './xss-mails.ts';
import { acted, batches, look, visit, watched } from './xss-watch.ts';

let stack: TestStack;
let story: { id: string; slug: string };
let writer: Page;
let answerer: Page;
let desk: Page;

const at = (path: string) => new URL(path, stack.siteURL).href;
const forget = () => forgetLimits(stack);

let send: Send;
let sendOther: Send;

const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

const wholes = batches(4_000);
const notes = batches(400);
/** What is answered, short and long. */
const replies = [...wholes, ...notes];

beforeAll(async () => {
  stack = await startStack();
});

async function tellStory(): Promise<void> {
  const id = await publishStory(desk, stack);
  const [row] = await query<{ slug: string }>(stack.database.url, 'select slug from articles where id = $1', [id]);
  story = { id, slug: row?.slug ?? '' };
  const settings = await desk.request.post(`${stack.adminURL}/api/globals/newsroom-settings`, {
    data: { moderation: { holdNew: false, links: 50, readerPerHour: 0 }, accounts: { ownComments: true } },
    headers: { Origin: new URL(stack.adminURL).origin },
  });
  expect(settings.status()).toBe(200);
}

/** Returns the comment that all replies answer, which has more of them than stand in the thread. */
async function postAll(): Promise<string> {
  const post = async (by: Send, body: string, parent = '') => {
    const answer = await by(readerRoutes.comments, { article: story.id, key: randomUUID(), body, parent });
    expect([201, 303], `${answer.status} for ${body}`).toContain(answer.status);
  };
  for (const [index, payload] of payloads.entries()) await post(send, `${payload}\n\n№ ${index}`);
  const [first] = await query<{ id: string }>(
    stack.database.url,
    `select id from comments order by created_at limit 1`,
  );
  for (const text of replies) await post(sendOther, text, first?.id);
  return first?.id ?? '';
}

async function reportAll(): Promise<void> {
  const comments = await query<{ id: string }>(
    stack.database.url,
    `select id from comments where parent_id is null order by created_at desc limit ${notes.length}`,
  );
  for (const [index, note] of notes.entries()) {
    const answer = await sendOther(readerRoutes.report, { comment: comments[index]?.id ?? '', reason: 'other', note });
    expect([200, 204]).toContain(answer.status);
  }
}

/** Names are refused that are no names; what is taken is shown with the rest. */
async function nameAll(): Promise<void> {
  for (const name of payloads) {
    const answer = await send(readerRoutes.accountName, { name });
    expect([204, 303, 422], `${answer.status} for ${name}`).toContain(answer.status);
  }
  for (const name of payloads.slice(0, 40)) {
    const fields = { email: `${randomUUID()}@reader.example`, name, password: 'a long and quiet road' };
    expect([202, 200, 422]).toContain((await send(readerRoutes.register, fields)).status);
  }
}

async function isBuilt(): Promise<boolean> {
  const html = await (await fetch(at(routes.article(story.slug)))).text();
  return html.includes(`data-count>${payloads.length + replies.length}<`);
}

test('there are as many payloads as there should be, and each is of its own', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(400);
  expect(new Set(payloads).size).toBe(payloads.length);
});

test('nothing that readers type acts, wherever it is shown', async () => {
  desk = await watched();
  await signInToDesk(desk, stack);
  await tellStory();
  writer = await watched();
  await register(writer, stack, 'Ekidor');
  answerer = await watched();
  await register(answerer, stack, 'Nakale');
  send = sender(stack, await cookieOf(writer));
  sendOther = sender(stack, await cookieOf(answerer));
  onTestFinished(() => expect([...new Set(acted)]).toEqual([]));

  const answered = await postAll();
  await reportAll();
  await nameAll();
  await expect.poll(isBuilt, { timeout: 60_000 }).toBe(true);

  // The site: the article, all pages of its thread, feeds.
  const reader = await watched();
  const pages = pagesOfThread(payloads.length).last;
  const threads = Array.from({ length: pages }, (_, index) => routes.comments(story.id, index + 1));
  const conversation = pagesOfConversation(replies.length);
  expect(conversation.last).toBeGreaterThanOrEqual(conversation.first);
  for (let page = conversation.first; page <= conversation.last; page += 1)
    threads.push(routes.comments(answered, page));
  for (const path of [routes.article(story.slug), ...threads]) {
    const policy = await visit(reader, at(path));
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toMatch(/unsafe/);
  }
  expect(await reader.locator('.said-here').count()).toBeGreaterThan(0);
  await visit(reader, at(routes.home));
  await openFeeds();

  // The island, with its reader's own comments; the reader API's pages, with what was typed.
  await visit(writer, at(routes.article(story.slug)));
  await writer.locator('#comments').scrollIntoViewIfNeeded();
  await writer.locator('[data-withdraw]').first().waitFor();
  await visit(writer, writer.url());
  await visit(writer, at(readerRoutes.account));
  const own = await query<{ id: string }>(stack.database.url, 'select id from comments where parent_id is not null');
  await forget();
  for (const { id } of own) {
    expect(await visit(answerer, at(readerRoutes.editComment(id)))).toMatch(/script-src 'self';/);
    await visit(answerer, at(readerRoutes.withdrawComment(id)));
    await visit(writer, at(readerRoutes.reportComment(id)));
    await visit(writer, at(readerRoutes.writeComment(story.id, id)));
  }
  await openTheirPages(reader);
  await reflectAll(reader);

  await openQueue(desk, stack, { recent: wholes.length, all: payloads.length + replies.length });
  await openReaders(desk, stack, 'Ekidor', wholes[0]!);
  await openMails(stack);
}, 240_000);

/** As a reader of feeds does, which holds to no policy: what a feed says is HTML is set into a page. */
async function openFeeds(): Promise<void> {
  const page = await watched();
  for (const path of [routes.atom, routes.threadFeed(story.id)]) {
    const response = await fetch(at(path));
    expect(response.status, path).toBe(200);
    const text = await response.text();
    await page.setContent('<title>Feeds</title>');
    const entries = await page.evaluate((given) => {
      const parsed = new DOMParser().parseFromString(given, 'application/xml');
      if (parsed.querySelector('parsererror')) throw new Error('This is no XML.');
      return Array.from(parsed.querySelectorAll('[type=html]'), (element) => element.textContent ?? '');
    }, text);
    expect(entries.length, path).toBeGreaterThan(0);
    await page.setContent(`<title>A feed</title>${entries.join('<hr>')}`);
    await look(page, path);
  }
}

/** The pages of all that one reader wrote, from the newest to the oldest. */
async function openTheirPages(page: Page): Promise<void> {
  for (const by of [send, sendOther])
    expect([204, 303]).toContain((await by(readerRoutes.accountComments, { shown: 'yes' })).status);
  const shown = await query<{ key: string }>(
    stack.database.url,
    'select comments_key as key from readers where shows_comments',
  );
  let comments = 0;
  for (const { key } of shown) {
    let next: string | null = readerRoutes.commentsBy(key);
    while (next) {
      expect(await visit(page, at(next))).toMatch(/script-src 'self';/);
      comments += await page.locator('.own-comments > li').count();
      next = await page.locator('a[rel=next]').evaluateAll(([link]) => link?.getAttribute('href') ?? null);
    }
  }
  expect(comments).toBe(payloads.length + replies.length);
}

/** What a failed form or a wrong address repeats. */
async function reflectAll(page: Page): Promise<void> {
  const forms: [path: string, fields: string[]][] = [
    [readerRoutes.comments, ['article', 'key', 'parent', 'body', 'returnTo']],
    [readerRoutes.report, ['comment', 'reason', 'note', 'returnTo']],
    [readerRoutes.login, ['email', 'returnTo']],
    [readerRoutes.register, ['email', 'name', 'returnTo']],
    [readerRoutes.edit, ['comment', 'body']],
  ];
  for (const [path, fields] of forms) {
    for (const whole of wholes) {
      await forget();
      await page.goto(at(routes.login));
      await Promise.all([
        page.waitForURL((url) => url.pathname === path),
        page.evaluate(
          ([action, names, value]) => {
            const form = document.createElement('form');
            form.method = 'post';
            form.action = action;
            for (const name of names) {
              const field = document.createElement('textarea');
              field.name = name;
              field.value = value;
              form.append(field);
            }
            document.body.append(form);
            form.submit();
          },
          [path, fields, whole] as const,
        ),
      ]);
      await look(page, path);
    }
  }
  for (const whole of wholes) {
    const asked = encodeURIComponent(whole.slice(0, 1_500));
    for (const address of [`${readerRoutes.login}?returnTo=${asked}`, `${readerRoutes.verify}?token=${asked}`])
      await visit(page, at(address));
  }
}
