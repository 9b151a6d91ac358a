import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownComment } from '../../shared/src/comment.ts';
import { smtpTransport } from '../../cms/src/worker/mail-transport.ts';
import { sendDueMail } from '../../cms/src/worker/send-due-mail.ts';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { notify } from '../../cms/src/readers/notify/notify.ts';
import { enforceRetention } from '../../cms/src/readers/retention/enforce.ts';
import { atEnd } from '../support/at-end.ts';
import { query } from '../support/database.ts';
import { startMailServer } from '../support/mail-server.ts';
import { publicURL, startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
let smtp: Awaited<ReturnType<typeof startMailServer>>;
let worker: pg.Client;
let article: { id: string; slug: string };
beforeAll(async () => {
  api = await startReaderApi();
  smtp = await startMailServer();
  worker = new pg.Client({ connectionString: api.database });
  await worker.connect();
  atEnd(() => worker.end());
  article = await api.publish({ headline: 'Rain & <b>ruin</b>' });
});
beforeEach(() => api.forgetLimits());

type Reader = Awaited<ReturnType<typeof api.reader>>;

const idOf = async (reader: Reader) => ((await (await reader.call('/api/reader/me')).json()) as { id: string }).id;
const deliver = () => sendDueMail(worker, smtpTransport(smtp.url, 'The Courier <news@example.org>'));
const decide = (id: string, data: Record<string, unknown>) => api.payload.update({ collection: 'comments', id, data });
const mailsAbout = async (reader: Reader) =>
  (await api.mailsTo(reader.email)).filter(
    ({ subject }) => subject.includes('under') || subject.includes('news about'),
  );

async function comment(reader: Reader, body = 'The bridge is still closed.'): Promise<string> {
  const answer = await reader.json('/api/reader/comments', { article: article.id, body, key: randomUUID() });
  return ownComment.parse(await answer.json()).id;
}

/** Tells a reader of a reply, as the hook does that sees it published. */
async function reply(to: Reader, from = 'Akinyi Odhiambo', body = 'It opened this morning.'): Promise<string> {
  const writer = await api.reader(from);
  const id = await comment(writer, body);
  await decide(id, { status: 'published' });
  const reader = await idOf(to);
  const notice = { what: 'reply' as const, comment: { id, article: article.id, authorName: from, body } };
  await inTransaction(api.payload, (req) => notify(req, reader, notice));
  return id;
}

const choose = (reader: Reader, notifyReplies: string, notifyDecisions = 'immediate') =>
  reader.form('/api/reader/account/notifications', { notifyReplies, notifyDecisions });

describe('a decision of the desk', () => {
  test('is told with its reason, once, by mail and on the account page', async () => {
    const reader = await api.reader();
    const id = await comment(reader);
    await decide(id, { status: 'published' });
    await decide(id, { body: 'The bridge is still closed.' });
    expect((await mailsAbout(reader)).map(({ subject }) => subject)).toEqual([
      'Your comment under “Rain & <b>ruin</b>” is published',
    ]);
    await decide(id, { status: 'removed', refusalReason: 'It names a minor.' });
    const [, removed] = await mailsAbout(reader);
    expect(removed?.subject).toMatch(/was taken down$/);
    expect(removed?.text).toContain('The newsroom’s reason: It names a minor.');
    const page = await (await reader.call('/api/reader/account')).text();
    expect(page).toContain('Your comment under “Rain &amp; &lt;b&gt;ruin&lt;/b&gt;” was taken down');
    expect(page).toContain('It names a minor.');
    expect(page).not.toContain('<b>ruin</b>');
  });

  test('is told with the decision or not at all', async () => {
    const reader = await api.reader();
    const id = await comment(reader);
    const failing = inTransaction(api.payload, async (req) => {
      await api.payload.update({ collection: 'comments', id, data: { status: 'refused' }, req });
      throw new Error('The desk thought better of it.');
    });
    await expect(failing).rejects.toThrow('thought better');
    expect(await mailsAbout(reader)).toEqual([]);
    await decide(id, { status: 'refused' });
    expect(await mailsAbout(reader)).toHaveLength(1);
  });

  test('is told to nobody who is suspended', async () => {
    const reader = await api.reader();
    const id = await comment(reader);
    await api.payload.update({ collection: 'readers', id: await idOf(reader), data: { status: 'suspended' } });
    await decide(id, { status: 'refused' });
    expect(await mailsAbout(reader)).toEqual([]);
  });
});

describe('a reply', () => {
  test('comes by mail through SMTP, as text and HTML, with one click to end it', async () => {
    const reader = await api.reader();
    const id = await reply(reader, 'Akinyi Odhiambo', '<script>alert(1)</script> Åse säger hej.');
    await deliver();
    const mail = smtp.delivered.findLast(({ to }) => to.includes(reader.email));
    expect(mail?.from).toBe('news@example.org');
    expect(mail?.headers).toMatch(/^From: The Courier <news@example.org>$/m);
    expect(mail?.headers).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(mail?.headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(mail?.headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const unsubscribe = /^List-Unsubscribe: <(\S+)>$/m.exec(mail?.headers ?? '')?.[1] ?? '';
    expect(unsubscribe).toContain(`${publicURL}/api/reader/unsubscribe?token=`);
    const [stored] = await query<{ text: string; html: string; unsubscribe: string | null }>(
      api.database,
      `select text, html, unsubscribe from mail_queue where "to" = $1 order by created_at desc limit 1`,
      [reader.email],
    );
    expect(stored, 'what was sent is not kept').toEqual({ text: '', html: '', unsubscribe: null });
    const decoded = (mail?.raw ?? '').replace(/=\r\n/g, '').replaceAll('=3D', '=');
    expect(decoded).toContain(`/api/reader/comments/at?comment=${id}`);
    expect(decoded).toContain('&lt;script&gt;');
    expect(decoded).not.toMatch(/<(img|link|iframe)[ >]|src=/);
  });

  test('is told when it is public, to whoever wrote what it answers, and not to its own writer', async () => {
    const [reader, writer] = [await api.reader(), await api.reader('Akinyi Odhiambo')];
    const answered = await comment(reader);
    await decide(answered, { status: 'published' });
    const [before, own] = [await mailsAbout(reader), await mailsAbout(writer)];
    const body = `It opened this morning, ${randomUUID()}.`;
    const input = { article: article.id, parent: answered, body, key: randomUUID() };
    const { id, state } = ownComment.parse(await (await writer.json('/api/reader/comments', input)).json());
    expect(state).toBe('held');
    expect(await mailsAbout(reader)).toEqual(before);
    await decide(id, { status: 'published' });
    const [told, ...more] = (await mailsAbout(reader)).slice(before.length);
    expect(more).toEqual([]);
    expect(told?.subject).toMatch(/^Akinyi Odhiambo replied to you/);
    expect(told?.text).toContain(`at?comment=${id}`);
    expect((await mailsAbout(writer)).slice(own.length).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/is published$/),
    ]);
  });

  test('is sent again where the mail server refuses it for the moment, and once', async () => {
    const reader = await api.reader();
    await deliver();
    await reply(reader);
    const of = (address: string) => smtp.delivered.filter(({ to }) => to.includes(address)).length;
    const before = of(reader.email);
    smtp.refuse(100);
    await deliver();
    expect(of(reader.email)).toBe(before);
    smtp.refuse(0);
    await query(api.database, 'update mail_queue set next_try_at = now() where next_try_at is not null');
    await deliver();
    await deliver();
    expect(of(reader.email)).toBe(before + 1);
  });

  test('comes as its reader wishes: at once, once a day, or not by mail', async () => {
    const reader = await api.reader();
    expect((await choose(reader, 'off')).headers.get('location')).toContain('done=notifications');
    const page = await (await reader.call('/api/reader/account/notifications')).text();
    expect(page).toMatch(/name="notifyReplies" value="off" checked/);
    await reply(reader, 'Barasa Wekesa');
    expect(await mailsAbout(reader)).toEqual([]);
    expect(await (await reader.call('/api/reader/account')).text()).toContain('Barasa Wekesa replied to you');

    await choose(reader, 'digest');
    await reply(reader, 'Chebet Korir');
    await reply(reader, 'Dida Galgalo');
    await enforceRetention(api.payload, publicURL);
    expect(await mailsAbout(reader), 'a day is not over').toEqual([]);
    await query(api.database, `update notifications set created_at = created_at - interval '25 hours' where waits`);
    await enforceRetention(api.payload, publicURL);
    await enforceRetention(api.payload, publicURL);
    const [digest, ...more] = await mailsAbout(reader);
    expect(more).toEqual([]);
    expect(digest?.subject).toMatch(/^2 news about your comments/);
    expect(digest?.text).toMatch(/Chebet Korir replied[^]+Dida Galgalo replied/);
    expect(digest?.text).not.toContain('Barasa');

    await choose(reader, 'immediate');
    await reply(reader, 'Ekai Lotee');
    expect((await mailsAbout(reader)).at(-1)?.subject).toMatch(/^Ekai Lotee replied to you/);
    expect((await choose(reader, 'hourly')).status).toBe(422);
  });

  test('that is deleted before its mail is sent is in none, and what else the mail had to tell is in the next', async () => {
    const [reader, bystander] = [await api.reader(), await api.reader()];
    await choose(reader, 'digest');
    const [gone, kept] = [`gone-${randomUUID()}`, `kept-${randomUUID()}`];
    const writer = await api.reader('Barasa Wekesa');
    const id = await comment(writer, gone);
    await decide(id, { status: 'published' });
    const notice = {
      what: 'reply' as const,
      comment: { id, article: article.id, authorName: 'Barasa Wekesa', body: gone },
    };
    const told = await idOf(reader);
    await inTransaction(api.payload, (req) => notify(req, told, notice));
    await reply(reader, 'Chebet Korir', kept);
    await reply(bystander, 'Dida Galgalo', `It leads to ${id}, it says.`);
    const aDayLater = async () => {
      await query(api.database, `update notifications set created_at = created_at - interval '25 hours' where waits`);
      await enforceRetention(api.payload, publicURL);
    };
    await aDayLater();
    expect((await mailsAbout(reader)).at(-1)?.text).toContain(gone);

    expect((await writer.json('/api/reader/comments/delete', { comment: id })).status).toBe(200);
    expect(await mailsAbout(reader)).toEqual([]);
    expect(await mailsAbout(bystander), 'nobody else’s mail is touched').toHaveLength(1);
    await aDayLater();
    const [next, ...more] = await mailsAbout(reader);
    expect(more).toEqual([]);
    expect(next?.text).toContain(kept);
    expect(next?.text).not.toContain(gone);
  });

  test('fills no mailbox: after five in an hour the rest waits for the digest', async () => {
    const reader = await api.reader();
    const id = await reply(reader);
    for (let i = 0; i < 8; i++) await reply(reader);
    expect(await mailsAbout(reader)).toHaveLength(5);
    const [waiting] = await query<{ count: number }>(
      api.database,
      'select count(*)::int from notifications where reader_id = $1 and waits',
      [await idOf(reader)],
    );
    expect(waiting?.count).toBe(4);
    const twice = { id, article: article.id, authorName: 'Akinyi Odhiambo', body: 'Again.' };
    const reader_id = await idOf(reader);
    await inTransaction(api.payload, (req) => notify(req, reader_id, { what: 'reply', comment: twice }));
    expect(await query(api.database, 'select 1 from notifications where reader_id = $1', [reader_id])).toHaveLength(9);
  });
});

describe('the link that ends mails', () => {
  async function linkOf(reader: Reader): Promise<string> {
    await reply(reader);
    const mail = (await mailsAbout(reader)).at(-1);
    return new URL(/http\S+unsubscribe\S+/.exec(mail?.text ?? '')?.[0] ?? '').href.replace(publicURL, '');
  }
  const wishes = async (reader: Reader) =>
    (
      await query(api.database, 'select notify_replies, notify_decisions from readers where email = $1', [reader.email])
    )[0];

  test('is pressed by a mail program: a POST from nowhere, with no cookie and any body', async () => {
    const bodies = [
      ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--',
      ],
    ];
    for (const [type = '', body = ''] of bodies) {
      const reader = await api.reader();
      const link = await linkOf(reader);
      for (const method of ['GET', 'HEAD']) {
        expect((await api.visitor().call(link, { method })).status).toBe(200);
      }
      expect(await wishes(reader)).toEqual({ notify_replies: 'immediate', notify_decisions: 'immediate' });
      const pressed = await api.visitor().call(link, { method: 'POST', body, headers: { 'content-type': type } });
      expect(pressed.status).toBe(200);
      expect(pressed.headers.getSetCookie()).toEqual([]);
      expect(await wishes(reader)).toEqual({ notify_replies: 'off', notify_decisions: 'immediate' });
      const before = (await mailsAbout(reader)).length;
      await reply(reader);
      expect(await mailsAbout(reader)).toHaveLength(before);
    }
  });

  test('is a button for people', async () => {
    const reader = await api.reader();
    const link = await linkOf(reader);
    const page = await (await reader.call(link)).text();
    expect(page).toContain(`action="${link}"`);
    const pressed = await reader.form(link, {});
    expect(await pressed.text()).toContain('You get no more mails about this: replies to your comments.');
  });

  test('of somebody else, or made up, does nothing', async () => {
    const reader = await api.reader();
    const link = await linkOf(reader);
    const other = await api.reader();
    const forged = link.replace(await idOf(reader), await idOf(other));
    for (const path of [forged, `${link}x`, '/api/reader/unsubscribe', '/api/reader/unsubscribe?token=a.b.c']) {
      expect((await api.visitor().call(path, { method: 'POST', body: '' })).status).toBe(404);
    }
    for (const one of [reader, other])
      expect(await wishes(one)).toEqual({ notify_replies: 'immediate', notify_decisions: 'immediate' });
  });
});
