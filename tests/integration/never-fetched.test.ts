import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { importComments } from '../../cms/src/exchange/import-comments.ts';
import { readerRoutes, routes } from '../../shared/src/routes.ts';
import { query } from '../support/database.ts';
import { startMailServer } from '../support/mail-server.ts';
import { bootPayload } from '../support/newsroom.ts';
import { startReceiver } from '../support/receiver.ts';
import { startStack } from '../support/stack.ts';
import { file } from './disqus-import.ts';
import { publishArticle } from './reader-client.ts';

/** Where the addresses of readers lead. Whatever of ours goes there was led by a reader. */
const trap = await startReceiver();
const [check, builds, smtp] = await Promise.all([startReceiver(), startReceiver(), startMailServer()]);
const secret = `whsec_${randomBytes(32).toString('base64')}`;
const stack = await startStack({
  env: {
    SMTP_URL: smtp.url,
    MODERATION_WEBHOOK_URL: `${check.url}/check`,
    MODERATION_WEBHOOK_SECRET: secret,
    MODERATION_WEBHOOK_TIMEOUT: '20000',
    BUILD_WEBHOOK_URL: `${builds.url}/build`,
    BUILD_WEBHOOK_SECRET: secret,
  },
});
const payload = await bootPayload(stack.database.url, { PUBLIC_URL: new URL(stack.siteURL).origin });
const { host } = new URL(trap.url);

/** An address in the trap that says by which way it came there. */
const lure = (way: string) => `${trap.url}/${way}`;

/** What a program that follows links, images, feeds or metadata would take for an invitation. */
const lures = (way: string) => `
${lure(`${way}-bare`)} [a link](${lure(`${way}-link`)}) ![an image](${lure(`${way}-image`)}) <${lure(`${way}-pointed`)}>
<img src="${lure(`${way}-img`)}"> <link rel="stylesheet" href="${lure(`${way}-style`)}"> <iframe src="//${host}/${way}-frame"></iframe>
> quoted: ${lure(`${way}-quoted`)}.png`;

/** Every header from which a server might make an address. */
const lured = {
  'user-agent': lure('agent'),
  referer: lure('referer'),
  forwarded: `host=${host};proto=http`,
  'x-forwarded-host': host,
  'x-forwarded-proto': 'http',
  'x-original-url': lure('original'),
  'x-wap-profile': lure('profile'),
  from: `x@${host}`,
  via: `1.1 ${host}`,
};

const at = (path: string) => new URL(path, stack.siteURL).href;
const ask = (path: string, fields: object, cookie = '') =>
  fetch(at(path), {
    method: 'POST',
    redirect: 'manual',
    headers: { ...lured, cookie, origin: new URL(stack.siteURL).origin, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
const mailTo = (address: string) =>
  smtp.delivered
    .filter(({ to }) => to.includes(address))
    .map(({ raw }) => raw.replace(/=\r\n/g, '').replaceAll('=3D', '='));

async function register(name: string) {
  const email = `${randomUUID()}@example.org`;
  const password = `${lure('password')}-${randomUUID()}`;
  expect((await ask(readerRoutes.register, { email, name, password, returnTo: lure('return') })).status).toBe(202);
  const token = () => /token=([\w-]+)/.exec(mailTo(email).join())?.[1];
  await expect.poll(token, { timeout: 20_000 }).toBeDefined();
  const answer = await ask(readerRoutes.verify, { token: token() });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { email, password, cookie: cookie.join('; ') };
}
type Reader = Awaited<ReturnType<typeof register>>;

async function post({ cookie }: Reader, article: string, body: string, parent?: string): Promise<string> {
  const answer = await ask(
    readerRoutes.comments,
    { article, body, key: randomUUID(), ...(parent && { parent }) },
    cookie,
  );
  expect(answer.status, body).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** What a reader can say of themselves. Much of it is refused: to look at it first would be enough. */
async function sayEverything({ cookie, password }: Reader, comment: string): Promise<void> {
  const sent: [string, object][] = [
    [readerRoutes.register, { email: `x@${host}`, name: 'Nakiru', password }],
    [readerRoutes.register, { email: `${randomUUID()}@example.org`, name: lure('name'), password }],
    [readerRoutes.forgot, { email: lure('forgotten') }],
    [readerRoutes.login, { email: lure('login'), password: lure('password'), returnTo: lure('return') }],
    [readerRoutes.passkeyLogin, { id: lure('passkey'), response: lure('passkey') }],
    [readerRoutes.accountName, { name: lure('new-name') }],
    [readerRoutes.accountEmail, { email: `x@${host}`, password }],
    [readerRoutes.accountComments, { shown: 'yes' }],
    [readerRoutes.edit, { comment, body: lures('edit') }],
  ];
  for (const [path, fields] of sent) expect((await ask(path, fields, cookie)).status, path).toBeLessThan(500);
  expect((await fetch(at(readerRoutes.exportAccount), { headers: { ...lured, cookie } })).status).toBeLessThan(500);
}

/** An export of another system, written by whoever wants it to be read. */
async function bring(slug: string): Promise<void> {
  const xml = `<?xml version="1.0"?><!DOCTYPE disqus SYSTEM "${lure('dtd')}" [<!ENTITY entity SYSTEM "${lure('entity')}">]>
    <disqus xmlns:dsq="x" xmlns:xsi="y" xsi:schemaLocation="${lure('schema')}">
    <thread dsq:id="T"><link>${trap.url}/${slug}/</link></thread>
    <post dsq:id="1"><message>Old. &lt;a href="${lure('imported')}"&gt;a&lt;/a&gt; &lt;img src="${lure('imported-img')}"&gt;</message>
    <createdAt>2019-05-04T10:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
    <author><name>Juma</name><link>${lure('author')}</link><avatar>${lure('avatar')}</avatar><isAnonymous>true</isAnonymous></author>
    <thread dsq:id="T"/></post></disqus>`;
  await expect(importComments(payload, { origin: 'disqus', site: '', files: [file(xml)] })).rejects.toThrow(
    'declares a document type',
  );
  const withoutType = xml.replace(/<!DOCTYPE.*?\]>/s, '');
  expect(await importComments(payload, { origin: 'disqus', site: '', files: [file(withoutType)] })).toMatchObject({
    created: 1,
  });
}

/** The desk's own pages, with all that readers wrote. */
async function moderate(comment: string): Promise<void> {
  const account = { email: 'desk@example.org', password: randomUUID() };
  await payload.create({ collection: 'users', data: { ...account, name: 'Desk', role: 'admin' } as never });
  const own = { origin: new URL(stack.adminURL).origin, 'content-type': 'application/json' };
  const login = await fetch(`${stack.adminURL}/api/users/login`, {
    method: 'POST',
    headers: own,
    body: JSON.stringify(account),
  });
  const { token } = (await login.json()) as { token: string };
  const asDesk = { headers: { authorization: `JWT ${token}`, cookie: `payload-token=${token}` } };
  for (const path of [
    '/api/newsroom/moderation/queue?view=recent',
    `/api/newsroom/moderation/comments/${comment}`,
    '/moderation?view=recent',
    '/collections/comments',
    `/collections/comments/${comment}`,
  ]) {
    const answer = await fetch(stack.adminURL + path, asDesk);
    expect(answer.status, path).toBe(200);
    await answer.text();
  }
}

const shows = (path: string, text: string) =>
  expect.poll(async () => (await fetch(at(path))).text(), { timeout: 60_000, message: path }).toContain(text);

test('nothing of ours ever goes where a reader’s address leads', async () => {
  await payload.updateGlobal({
    slug: 'newsroom-settings',
    data: { moderation: { holdNew: false, links: 50 }, accounts: { ownComments: true } } as never,
  });
  const article = await publishArticle(payload);
  const [writer, answerer] = [await register('Nakiru Ekal'), await register('Barasa Juma')];
  await query(stack.database.url, 'delete from rate_limits');

  for (const _ of [1, 2, 3]) check.answerNext(200, {}, JSON.stringify({ verdict: 'pass' }));
  const comment = await post(writer, article.id, `The ferry. ${lures('comment')}`);
  await post(answerer, article.id, `No, the bus. ${lures('reply')}`, comment);
  await sayEverything(writer, comment);
  const note = lures('report').slice(0, 450);
  expect((await ask(readerRoutes.report, { comment, reason: 'other', note }, answerer.cookie)).status).toBe(204);
  await bring(article.slug);
  await moderate(comment);
  await payload.update({ collection: 'comments', id: comment, data: { pick: true } as never });

  // Each way goes on to its end: to the site and its feeds, to the outside check, to builders elsewhere, by mail.
  await shows(routes.article(article.slug), lure('edit-link'));
  await shows(routes.article(article.slug), lure('imported'));
  await shows(routes.threadFeed(article.id), lure('reply-bare'));
  await expect.poll(() => mailTo(writer.email).join(), { timeout: 20_000 }).toContain(lure('reply-bare'));
  expect(JSON.stringify(check.received)).toContain(lure('comment-bare'));
  await expect.poll(() => builds.received.length, { timeout: 20_000 }).toBeGreaterThan(0);
  await stack.stop();
  expect(trap.received.map(({ method, path }) => `${method} ${path}`)).toEqual([]);

  await fetch(lure('by-us'));
  expect(trap.received).toHaveLength(1);
}, 120_000);
