import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { smtpTransport } from '../../cms/src/worker/mail-transport.ts';
import { sendDueMail } from '../../cms/src/worker/send-due-mail.ts';
import { enforceRetention } from '../../cms/src/readers/retention/enforce.ts';
import { connect, query } from '../support/database.ts';
import { startMailServer } from '../support/mail-server.ts';
import { publicURL, startReaderApi, type Reader } from './reader-client.ts';
import { answer, comment, makeMailDue } from './reader-data.ts';

const api = await startReaderApi();
const smtp = await startMailServer();
const worker = await connect(api.database);
const article = await api.publish();
const send = smtpTransport(smtp.url, 'The Courier <news@example.org>');
const deliver = (by = worker) => sendDueMail(by, send);

beforeEach(async () => {
  await api.forgetLimits();
  await query(api.database, 'delete from mail_queue');
});

const saidTo = ({ email }: Reader) =>
  smtp.delivered.filter(({ to }) => to.includes(email)).map(({ raw }) => raw.replace(/=\r\n/g, ''));

/** Somebody whose comment can be answered. */
async function host() {
  const reader = await api.reader();
  const id = await comment(api, reader, article.id, `Is it open, ${randomUUID()}?`, 'published');
  await query(api.database, 'delete from mail_queue');
  return { reader, id };
}

/** Answers somebody, in words of its own. */
async function reply(to: { id: string }) {
  const [writer, body] = [await api.reader('Nyaboke Ondieki'), `words-${randomUUID()}`];
  const id = await answer(api, writer, article.id, to.id, body);
  await query(api.database, 'delete from mail_queue where "to" = $1', [writer.email]);
  await makeMailDue(api);
  const withdraw = async () =>
    expect((await writer.json('/api/reader/comments/delete', { comment: id })).status).toBe(200);
  return { id, body, withdraw };
}

/** Does something while the first mail that is due is at the server. */
async function whileSending(act: () => Promise<unknown>): Promise<void> {
  const held = smtp.hold();
  const sending = deliver();
  try {
    await held.arrived;
    await act();
  } finally {
    held.release();
    await sending;
  }
}

async function digestOf({ reader }: { reader: Reader }) {
  await reader.form('/api/reader/account/notifications', { notifyReplies: 'digest', notifyDecisions: 'digest' });
  return async () => {
    await query(api.database, `update notifications set created_at = created_at - interval '25 hours' where waits`);
    await enforceRetention(api.payload, publicURL);
  };
}

test('what is deleted while another mail is being sent is sent to nobody', async () => {
  const [first, second] = [await host(), await host()];
  const kept = await reply(first);
  const gone = await reply(second);
  await whileSending(gone.withdraw);
  expect(saidTo(first.reader).join()).toContain(kept.body);
  expect(saidTo(second.reader)).toEqual([]);
});

test('what else is in a mail that is being sent is not told twice, and nothing that names somebody stays', async () => {
  const one = await host();
  const aDayLater = await digestOf(one);
  const [gone, kept] = [await reply(one), await reply(one)];
  await aDayLater();
  await whileSending(gone.withdraw);
  await aDayLater();
  await deliver();
  expect(saidTo(one.reader).filter((raw) => raw.includes(kept.body))).toHaveLength(1);
  const log = await query(api.database, 'select subject, text, next_try_at from mail_queue where "to" = $1', [
    one.reader.email,
  ]);
  expect(log).toEqual([{ subject: 'About your comments', text: '', next_try_at: null }]);
});

test('a mail whose words were deleted while it was being sent is not tried again', async () => {
  const one = await host();
  const gone = await reply(one);
  await whileSending(async () => {
    await gone.withdraw();
    smtp.refuse(1);
  });
  await query(api.database, 'update mail_queue set next_try_at = now() where next_try_at is not null');
  await deliver();
  expect(saidTo(one.reader)).toEqual([]);
});

test('the log of what was sent names nobody', async () => {
  const one = await host();
  await reply(one);
  await deliver();
  expect(saidTo(one.reader).join()).toContain('Nyaboke Ondieki replied to you');
  const log = await query<{ subject: string }>(api.database, 'select subject from mail_queue where "to" = $1', [
    one.reader.email,
  ]);
  expect(log).toEqual([{ subject: 'About your comments' }]);
});

test('two who send at the same time send each mail once, and who dies with one leaves it due again', async () => {
  const many = await Promise.all([host(), host(), host()]);
  for (const one of many) await reply(one);
  const held = smtp.hold();
  const dying = await connect(api.database);
  const lost = deliver(dying).catch(() => {});
  await held.arrived;
  const others = [deliver(worker), deliver(await connect(api.database))];
  await dying.end();
  held.release();
  await Promise.all([lost, ...others]);
  expect(many.map(({ reader }) => saidTo(reader).length)).toEqual([1, 1, 1]);
  const left = await query(api.database, 'select 1 from mail_queue where sent_at is null and next_try_at > now()');
  expect(left, 'whether it went out is not known').toHaveLength(1);
  await query(api.database, 'update mail_queue set next_try_at = now() where next_try_at is not null');
  await deliver();
  expect(await query(api.database, 'select 1 from mail_queue where sent_at is null')).toEqual([]);
});

/** Mails that are due, as they stand. */
const queue = (...addresses: string[]) =>
  query(
    api.database,
    `insert into mail_queue (id, "to", subject, text, html, next_try_at)
     select gen_random_uuid(), address, 'Of the weather', 'Rain.', '<p>Rain.', now() from unnest($1::text[]) address`,
    [addresses],
  );
const countOf = (which: string) =>
  query(api.database, `select 1 from mail_queue where ${which}`).then(({ length }) => length);
const fresh = () => `${randomUUID()}@example.org`;
const deliveriesTo = (address: string) => smtp.delivered.filter(({ to }) => to.includes(address)).length;

test('whoever is told to stop sends what they have begun, once, and leaves the rest as it is', async () => {
  const addresses = Array.from({ length: 5 }, fresh);
  await queue(...addresses);
  const [held, stopping] = [smtp.hold(), new AbortController()];
  const sending = sendDueMail(worker, send, { signal: stopping.signal, patience: 60_000 });
  await held.arrived;
  stopping.abort();
  held.release();
  await sending;
  expect(await countOf('sent_at is not null')).toBe(1);
  expect(await countOf('sent_at is null and attempts = 0 and claimed_at is null and next_try_at <= now()')).toBe(4);
  await sendDueMail(worker, send, { signal: stopping.signal });
  expect(await countOf('attempts > 0')).toBe(1);
  await deliver();
  expect(addresses.map(deliveriesTo)).toEqual([1, 1, 1, 1, 1]);
});

test('whoever is told to stop does not wait for a mail server that says nothing, and leaves the mail due in a while', async () => {
  await queue(fresh(), fresh());
  const [held, stopping] = [smtp.hold(), new AbortController()];
  const sending = sendDueMail(worker, send, { signal: stopping.signal, patience: 20 });
  await held.arrived;
  stopping.abort();
  await sending;
  expect(await countOf('attempts = 1 and sent_at is null and last_error is null and next_try_at > now()')).toBe(1);
  expect(await countOf('attempts = 0')).toBe(1);
  held.release();
});
