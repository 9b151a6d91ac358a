import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { faultsOf } from './accessibility.ts';
import { burstUnder } from './comment-burst.ts';
import { publishStory, signInToDesk } from './admin-session.ts';

let stack: TestStack;
let article: string | undefined;
let page: Page;

beforeAll(async () => {
  stack = await startStack();
  await query(
    stack.database.url,
    `insert into readers (id, email, name, status, created_at, updated_at)
     values ('0199c0de-0000-7000-8000-00000000000a', 'njeri@example.org', 'Njeri Kamau', 'active',
       now() - interval '40 days', now())`,
  );
});

async function openDesk(options = {}): Promise<Page> {
  const opened = await openPage(options);
  await signInToDesk(opened, stack);
  return opened;
}

/** Comments that wait, the first for the longest. */
async function wait(...texts: string[]): Promise<void> {
  article ??= await publishStory(page, stack);
  await query(
    stack.database.url,
    `insert into comments (id, article_id, reader_id, author_name, body, status, held_for, key, created_at, updated_at)
     select gen_random_uuid(), $1, '0199c0de-0000-7000-8000-00000000000a', 'Njeri Kamau', text, 'held', 'new-reader',
       gen_random_uuid(), now() - interval '2 hours' + place * interval '1 minute', now()
     from unnest($2::text[]) with ordinality as given (text, place)`,
    [article, texts],
  );
}

const states = async () =>
  Object.fromEntries(
    (await query<{ body: string; status: string }>(stack.database.url, 'select body, status from comments')).map(
      ({ body, status }) => [body, status],
    ),
  );
const opened = () => page.getByRole('article').locator('.dateline-judged__text');
const queued = () => page.locator('.dateline-queue .dateline-queue__text');

const queuedItem = (text: string) => page.locator('.dateline-queue__item', { hasText: text });

beforeEach(async () => {
  await query(stack.database.url, 'delete from comments');
});

test('a moderator works through the queue by keys alone, and takes one back', async () => {
  page = await openDesk();
  await wait('The ferry was late.', 'Buy my boats.', 'Well told.');
  await page.getByRole('link', { name: 'Comments waiting' }).click();
  await expect.poll(() => opened().textContent()).toBe('The ferry was late.');
  await page.getByText('Twice a day, and on Sundays.').waitFor();
  await page.getByRole('complementary', { name: 'The record of Njeri Kamau' }).waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.keyboard.type('It is advertising.');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Refused.').waitFor();
  await expect.poll(() => opened().textContent()).toBe('Well told.');
  await page.keyboard.press('a');
  await page.getByRole('status').getByText('Approved.').waitFor();
  await expect.poll(states).toEqual({
    'The ferry was late.': 'held',
    'Buy my boats.': 'refused',
    'Well told.': 'published',
  });
  await page.keyboard.press('u');
  await page.getByRole('status').getByText('Taken back.').waitFor();
  await expect.poll(() => queued().allTextContents()).toEqual(['The ferry was late.', 'Well told.']);
  await expect.poll(async () => (await states())['Well told.']).toBe('held');
  const log = await query(
    stack.database.url,
    `select before, after, told.reason, staff_name from moderation_log
      left join moderation_log_readers told on told.log = id order by id`,
  );
  expect(log).toEqual([
    { before: 'held', after: 'refused', reason: 'It is advertising.', staff_name: 'Desk' },
    { before: 'held', after: 'published', reason: null, staff_name: 'Desk' },
    { before: 'published', after: 'held', reason: null, staff_name: 'Desk' },
  ]);
});

test('several are decided at once, and a key that is typed decides nothing', async () => {
  page = await openDesk();
  await wait('One.', 'Two.', 'Three.');
  await page.goto(`${stack.adminURL}/moderation`);
  await expect.poll(() => opened().textContent()).toBe('One.');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Approve 2' }).click();
  await page.getByRole('status').getByText('Approved 2 comments.').waitFor();
  expect(await states()).toEqual({ 'One.': 'published', 'Two.': 'published', 'Three.': 'held' });

  const note = page.getByLabel('Why, or what');
  await note.fill('');
  await note.pressSequentially('a jar');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await page.locator('.dateline-record .dateline-log__reason').getByText('a jar').waitFor();
  expect((await states())['Three.']).toBe('held');

  await page.getByRole('checkbox', { name: 'Keys' }).uncheck();
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Nothing waits.').waitFor();
});

test('what its reader has deleted is not decided any more, alone or with others', async () => {
  page = await openDesk();
  await wait('One.', 'Two.');
  await query(
    stack.database.url,
    `update comments set body = '', status = 'removed', withdrawn_at = now() where body = 'Two.'`,
  );
  await page.goto(`${stack.adminURL}/moderation`);
  await page.getByRole('button', { name: 'Recent' }).click();
  await page.getByText('What it said is gone, and cannot be restored.').waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
  for (const box of await page.getByRole('checkbox', { name: 'Choose the comment' }).all()) await box.check();
  await page.getByRole('button', { name: 'Approve 1' }).click();
  await page.getByRole('status').getByText('Approved.').waitFor();
  expect(await states()).toEqual({ 'One.': 'published', '': 'removed' });
});

test('what somebody else decides or changes meanwhile stays open, with all that is typed, and is not decided unread', async () => {
  page = await openDesk();
  await wait('One.', 'Two.');
  await page.clock.install();
  await page.goto(`${stack.adminURL}/moderation`);
  await expect.poll(() => opened().textContent()).toBe('One.');
  await page.keyboard.press('r');
  await page.keyboard.type('It is advertising.');
  await query(stack.database.url, `update comments set status = 'published' where body = 'One.'`);
  await page.clock.fastForward(15_000);
  await page.getByRole('status').getByText('Somebody else has decided it meanwhile: it is published.').waitFor();
  expect(await faultsOf(page, '.dateline-moderation')).toEqual([]);
  const why = page.getByLabel('Why? Its reader is told.');
  await why.press('Enter');
  await page.getByRole('status').getByText('It had been decided by somebody else').waitFor();
  expect([await opened().textContent(), await why.inputValue()]).toEqual(['One.', 'It is advertising.']);
  expect(await states()).toEqual({ 'One.': 'published', 'Two.': 'held' });

  await why.press('Escape');
  await page.keyboard.press('j');
  await expect.poll(() => opened().textContent()).toBe('Two.');
  await query(stack.database.url, `update comments set body = 'Two!', edited_at = now() where body = 'Two.'`);
  await page.keyboard.press('a');
  await page.getByRole('status').getByText('Its reader has changed it: read it again.').waitFor();
  await expect.poll(() => opened().textContent()).toBe('Two!');
  await query(stack.database.url, `update comments set body = 'Two?', edited_at = now() where body = 'Two!'`);
  await page.clock.fastForward(15_000);
  await page.getByRole('status').getByText('Its reader has changed it meanwhile.').waitFor();
  expect(await opened().textContent()).toBe('Two!');
  await page.getByRole('button', { name: 'Show the new words' }).click();
  await expect.poll(() => opened().textContent()).toBe('Two?');
  expect(await states()).toEqual({ 'One.': 'published', 'Two?': 'held' });
  await page.keyboard.press('a');
  await expect.poll(states).toEqual({ 'One.': 'published', 'Two?': 'published' });
});

test('a decision that did not reach the server leaves all as it was', async () => {
  page = await openDesk({ expectedErrors: [/ERR_FAILED/] });
  await wait('One.', 'Two.', 'Three.');
  await page.goto(`${stack.adminURL}/moderation`);
  await expect.poll(() => opened().textContent()).toBe('One.');
  for (const key of ['x', 'j', 'x', 'r']) await page.keyboard.press(key);
  await page.route('**/decisions', (route) => route.abort());
  const why = page.getByLabel('Why? Their readers are told.');
  await why.fill('It is advertising.');
  await why.press('Enter');
  await page.getByText('The desk did not answer.').waitFor();
  expect([await why.inputValue(), await opened().textContent()]).toEqual(['It is advertising.', 'Two.']);
  await page.unroute('**/decisions');
  await why.press('Enter');
  await page.getByRole('status').getByText('Refused 2 comments.').waitFor();
  expect(await states()).toEqual({ 'One.': 'refused', 'Two.': 'refused', 'Three.': 'held' });
});

test('a key that is held down decides one, and what one press decided is taken back whole', async () => {
  page = await openDesk();
  await wait('One.', 'Two.', 'Three.');
  await page.goto(`${stack.adminURL}/moderation`);
  await expect.poll(() => opened().textContent()).toBe('One.');
  await page.keyboard.down('a');
  await page.getByRole('status').getByText('Approved.').waitFor();
  await expect.poll(() => opened().textContent()).toBe('Two.');
  await page.keyboard.down('a');
  await page.keyboard.up('a');
  await page.keyboard.press('x');
  await page.getByText('1 chosen').waitFor();
  expect(await states()).toEqual({ 'One.': 'published', 'Two.': 'held', 'Three.': 'held' });

  await page.getByRole('button', { name: 'Recent' }).click();
  for (const text of ['One.', 'Two.']) await queuedItem(text).getByRole('checkbox').check();
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Refused 2 comments.').waitFor();
  expect(await states()).toEqual({ 'One.': 'removed', 'Two.': 'refused', 'Three.': 'held' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('status').getByText('Taken back.').waitFor();
  expect(await states()).toEqual({ 'One.': 'published', 'Two.': 'held', 'Three.': 'held' });
  await expect.poll(() => queuedItem('One.').textContent()).toContain('Published');
});

test('the list of comments decides what was seen there, and asks why', async () => {
  page = await openDesk();
  await wait('One.');
  await page.goto(`${stack.adminURL}/collections/comments`);
  const row = page.getByRole('row', { name: 'One.' });
  await row.getByRole('button', { name: 'Refuse…' }).waitFor();
  await query(stack.database.url, `update comments set body = 'One!', edited_at = now()`);
  await row.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Somebody else has decided it, or its reader has changed it.').waitFor();
  const changed = page.getByRole('row', { name: 'One!' });
  await changed.getByRole('button', { name: 'Refuse…' }).click();
  await changed.getByLabel('Why? Its reader is told.').fill('It is advertising.');
  await changed.getByRole('button', { name: 'Refuse', exact: true }).click();
  await changed.getByText('Refused').waitFor();
  expect(await query(stack.database.url, 'select status, refusal_reason from comments')).toEqual([
    { status: 'refused', refusal_reason: 'It is advertising.' },
  ]);
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const)('the queue is accessible and fits: %s, %d px', async (colorScheme, width) => {
  const long = 'Nilidhani_kwamba_'.repeat(12);
  page = await openDesk({ colorScheme, viewport: { width, height: 900 } });
  await wait(`${long} A long word, and then a good deal more of text to read. `.repeat(3), 'Short.');
  await burstUnder(stack, article);
  await page.goto(`${stack.adminURL}/moderation`);
  await page.getByText('10 comments in 15 minutes under A ferry runs. Usual at this hour: 0.').waitFor();
  await page.getByRole('complementary', { name: 'The record of Njeri Kamau' }).waitFor();
  expect(await faultsOf(page, '.dateline-moderation')).toEqual([]);
  await page.keyboard.press('a');
  await page.getByRole('status').getByText('Approved.').waitFor();
  await page.getByRole('button', { name: 'Recent' }).click();
  await page.locator('.dateline-queue__open', { hasText: long }).click();
  await page.keyboard.press('p');
  await page.getByRole('button', { name: 'Pin', exact: true, pressed: true }).waitFor();
  expect(await faultsOf(page, '.dateline-moderation')).toEqual([]);
});
