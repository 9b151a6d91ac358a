import { beforeEach, expect, test } from 'vitest';
import { burstDuty, mailDuty } from '../../cms/src/worker/duties.ts';
import { smtpTransport } from '../../cms/src/worker/mail-transport.ts';
import { runWorker } from '../../cms/src/worker/worker.ts';
import { mailBursts } from '../../cms/src/moderation/mail-bursts.ts';
import { atEnd } from '../support/at-end.ts';
import { query } from '../support/database.ts';
import { startMailServer } from '../support/mail-server.ts';
import { bodyOf, mention, openDesk } from './desk.ts';
import { writeComments } from './moderation-desk.ts';

const desk = await openDesk();
const smtp = await startMailServer();
const { id: person } = await desk.create('people', { name: 'Amani <b>Testero</b>', _status: 'published' });
const mentions = bodyOf(mention('person', person, 'Amani'));
const story = async (headline: string) =>
  (await desk.create('articles', desk.story({ headline, body: mentions, _status: 'published' }))).id;
const [lake, road] = [await story('Water & <i>fish</i>'), await story('The road')];
const adminURL = 'https://desk.example.org';
const write = (article: string, count: number) => writeComments(desk.database, article, count);
const look = () => mailBursts(desk.payload, adminURL);
const switchMails = (mailBursts: boolean) =>
  desk.payload.updateGlobal({ slug: 'newsroom-settings', data: { moderation: { mailBursts } } as never });

beforeEach(async () => {
  await query(desk.database, 'delete from comments');
  await query(desk.database, 'delete from burst_mails');
  await query(desk.database, 'delete from mail_queue');
  await switchMails(true);
});

const queued = () =>
  query<{ to: string; subject: string; text: string; html: string }>(
    desk.database,
    'select "to", subject, text, html from mail_queue order by "to", subject',
  );
const mailsOf = (role: string) => queued().then((all) => all.filter(({ to }) => to === `${role}@example.org`));

test('everybody who may decide comments learns of a burst, with the way to its comments and no word of a reader', async () => {
  await write(lake, 9);
  await look();
  expect(await queued()).toEqual([]);
  await write(lake, 3);
  await look();
  const mails = await queued();
  expect(mails.map(({ to }) => to)).toEqual(['admin@example.org', 'editor@example.org', 'moderator@example.org']);
  const { subject, text, html } = mails[0]!;
  expect(subject).toBe('A burst of comments under “Water & <i>fish</i>”');
  expect(text).toContain('12 comments in 15 minutes under “Water & <i>fish</i>”. Usual at this hour: 0.');
  expect(text).toContain(`\nhttps://desk.example.org/admin/moderation?view=recent&article=${lake}\n`);
  expect(html).toContain(`href="https://desk.example.org/admin/moderation?view=recent&amp;article=${lake}"`);
  expect(html).toContain('“Water &amp; &lt;i&gt;fish&lt;/i&gt;”');
  expect(text + html).not.toMatch(/Reader|Well\./);
});

test('a burst about a person, and one of recommendations, each lead to what they are about', async () => {
  await write(lake, 6);
  await write(road, 6);
  await query(
    desk.database,
    `with fans as (
      insert into readers (id, email, name, status, created_at, updated_at)
      select gen_random_uuid(), gen_random_uuid()::text, 'Fan', 'active', now(), now() from generate_series(1, 10) returning id
    ) insert into comment_recommendations (comment_id, reader_id)
      select (select id from comments where article_id = $1 limit 1), id from fans`,
    [road],
  );
  await look();
  const [about, recommended] = await mailsOf('moderator');
  expect(about?.subject).toBe('A burst of comments under stories that mention “Amani <b>Testero</b>”');
  expect(about?.text).toContain(`?view=recent&person=${person}\n`);
  expect(recommended?.subject).toBe('A burst of recommendations under “The road”');
  expect(recommended?.text).toContain('10 recommendations of one comment in 15 minutes under “The road”.');
  expect(recommended?.text).toMatch(/\?view=recent&comment=[\w-]{36}\n/);
  expect(recommended?.text).not.toMatch(/Reader|Fan|Well\./);
});

test('a burst is told once while it lasts, and so is each that comes after it', async () => {
  await write(lake, 10);
  await look();
  await write(lake, 10);
  await look();
  expect(await mailsOf('moderator')).toHaveLength(1);

  // What is no alert for a moment goes on when it is one again.
  await query(desk.database, 'delete from comments');
  await look();
  await write(lake, 10);
  await query(desk.database, `update burst_mails set seen_at = seen_at - interval '14 minutes'`);
  await look();
  expect(await mailsOf('moderator')).toHaveLength(1);

  await query(desk.database, `update burst_mails set seen_at = seen_at - interval '15 minutes'`);
  await look();
  expect(await mailsOf('moderator')).toHaveLength(2);
});

test('bursts that begin beside one that lasts are told', async () => {
  await write(lake, 10);
  await look();
  await write(road, 10);
  await look();
  expect((await mailsOf('moderator')).map(({ subject }) => subject)).toEqual([
    'A burst of comments under stories that mention “Amani <b>Testero</b>”',
    'A burst of comments under “The road”',
    'A burst of comments under “Water & <i>fish</i>”',
  ]);
});

test('the newsroom can turn it off', async () => {
  await switchMails(false);
  await write(lake, 10);
  await look();
  expect(await queued()).toEqual([]);
  await switchMails(true);
  await look();
  expect(await mailsOf('moderator')).toHaveLength(1);
});

test('whoever looks at once, and however many bursts there are, tells each once', async () => {
  const stories = await Promise.all(Array.from({ length: 8 }, (_, place) => story(`Story ${place}`)));
  for (const one of stories) await write(one, 10);
  for (let round = 0; round < 5; round++) {
    await query(desk.database, 'delete from mail_queue');
    await query(desk.database, `update burst_mails set seen_at = seen_at - interval '1 hour'`);
    await Promise.all(Array.from({ length: 6 }, look));
    const subjects = (await mailsOf('moderator')).map(({ subject }) => subject);
    expect(subjects).toHaveLength(9);
    expect(new Set(subjects).size).toBe(9);
  }
});

test('workers send one mail with nobody at the desk, and none when they start again', async () => {
  await write(lake, 10);
  const work = () => {
    const stopping = new AbortController();
    const duties = [
      burstDuty(async () => desk.payload, adminURL),
      mailDuty(smtpTransport(smtp.url, 'The Courier <news@example.org>')),
    ];
    const worked = runWorker(desk.database, { duties, targets: [] }, stopping.signal);
    const stop = () => (stopping.abort(), worked);
    atEnd(stop);
    return stop;
  };
  const sent = () =>
    query(desk.database, 'select 1 from mail_queue where sent_at is not null').then(({ length }) => length);
  const [first, second] = [work(), work()];
  await expect.poll(sent, { timeout: 20_000 }).toBe(3);
  await Promise.all([first(), second()]);

  // Of another story, so that it is known when the worker has looked again.
  await write(road, 10);
  const third = work();
  await expect.poll(sent, { timeout: 20_000 }).toBe(9);
  await third();
  expect(smtp.delivered.filter(({ raw }) => raw.includes(`article=3D${lake}`))).toHaveLength(3);
  expect(new Set(smtp.delivered.flatMap(({ to }) => to)).size).toBe(3);
});
