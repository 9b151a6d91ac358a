import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { disqus, idsOf, importDisqus, ours, storedComments } from './disqus-import.ts';
import { startReaderApi, type ReaderApi } from './reader-client.ts';
import { post } from './reader-comments.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

const readerOf = async (id: unknown) =>
  (
    await query<{ email: string | null; status: string; name: string; password_hash: string | null }>(
      api.database,
      'select email, status, name, password_hash from readers where id = $1',
      [id],
    )
  )[0];

describe('who wrote them', () => {
  test('an unclaimed reader cannot log in, and claims their comments through the mailed link', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const email = `${randomUUID()}@example.org`;
    await importDisqus(api, disqus({ T: `/${article.slug}` }, [{ id: a!, email, name: 'Juma', username: `u${a}` }]));
    const [comment] = await storedComments(api, article.id);
    expect(await readerOf(comment?.reader)).toEqual({ email, status: 'unclaimed', name: 'Juma', password_hash: null });
    const browser = api.visitor();
    for (const password of ['', 'null', 'a password of some length'])
      expect((await browser.json('/api/reader/login', { email, password })).ok).toBe(false);
    expect((await browser.json('/api/reader/forgot', { email })).status).toBe(202);
    const reset = { token: await api.tokenFor(email), password: 'quite another long password' };
    expect((await browser.json('/api/reader/reset', reset)).status).toBe(204);
    expect(await (await browser.call('/api/reader/me')).json()).toMatchObject({ id: comment?.reader, email });
    expect(await readerOf(comment?.reader)).toMatchObject({ status: 'active' });
    expect(await (await browser.call('/api/reader/account')).text()).toContain(`Number ${a}.`);
  });

  test('registering claims them too, and the name moves to them', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const email = `${randomUUID()}@example.org`;
    await importDisqus(api, disqus({ T: `/${article.slug}` }, [{ id: a!, email, name: 'Juma', username: `u${a}` }]));
    const browser = api.visitor();
    await browser.json('/api/reader/register', { email, name: 'Juma Wekesa', password: 'a password of some length' });
    expect((await browser.json('/api/reader/verify', { token: await api.tokenFor(email) })).status).toBe(200);
    const [comment] = await storedComments(api, article.id);
    expect(comment).toMatchObject({ name: 'Juma Wekesa' });
    expect(await (await browser.call('/api/reader/me')).json()).toMatchObject({ id: comment?.reader });
    // What the newsroom brought in counts as approved.
    expect(await (await post(browser, article.id)).json()).toMatchObject({ state: 'published' });
  });

  test('so does moving an account to the address', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const email = `${randomUUID()}@example.org`;
    await importDisqus(api, disqus({ T: `/${article.slug}` }, [{ id: a!, email, name: 'Juma', username: `u${a}` }]));
    const reader = await api.reader('Wafula Juma');
    await reader.json('/api/reader/account/email', { email, password: reader.password });
    await reader.json('/api/reader/account/email/confirm', { token: await api.tokenFor(email) });
    const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
    expect(await storedComments(api, article.id)).toMatchObject([{ reader: id, name: 'Wafula Juma' }]);
  });

  test('the badges of whoever they are stand under them', async () => {
    const article = await api.publish();
    const { a, b } = idsOf('a', 'b');
    const reader = await api.reader('Wafula Juma');
    const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
    const person = await api.payload.create({
      collection: 'people',
      data: { name: 'Wafula Juma', _status: 'published' },
      depth: 0,
    });
    await api.payload.update({ collection: 'readers', id, data: { staff: true, person: person.id } as never });
    const shown = (key: string) =>
      query(
        api.database,
        `select data ->> 'staff' as staff, data ->> 'person' as person from outbox where document = $1 order by seq desc limit 1`,
        [ours(key)],
      );
    const badges = [{ staff: 'true', person: String(person.id) }];

    await importDisqus(api, disqus({ T: `/${article.slug}` }, [{ id: a!, email: reader.email, username: 'them' }]));
    expect(await shown(a!), 'brought in for their address').toEqual(badges);

    const email = `${randomUUID()}@example.org`;
    await importDisqus(
      api,
      disqus({ T: `/${article.slug}` }, [{ id: b!, email, name: 'Wafula Juma', username: `u${b}` }]),
    );
    expect(await shown(b!)).toEqual([{ staff: 'false', person: null }]);
    await reader.json('/api/reader/account/email', { email, password: reader.password });
    await reader.json('/api/reader/account/email/confirm', { token: await api.tokenFor(email) });
    expect(await shown(b!), 'claimed').toEqual(badges);
  });

  test('without an address they are one reader for each author, whom nobody can claim', async () => {
    const article = await api.publish();
    const { a, b, c } = idsOf('a', 'b', 'c');
    await importDisqus(
      api,
      disqus(
        { T: `/${article.slug}` },
        [
          { id: a!, username: 'somebody', name: '☃ Some  Body <b>' },
          { id: b!, username: 'somebody', name: '☃ Some  Body <b>' },
          { id: c!, name: '<>' },
        ].map((post) => ({ ...post, name: post.name.replaceAll('<', '&lt;') })),
      ),
    );
    const rows = await storedComments(api, article.id);
    const by = (id: string) => rows.find((row) => row.id === ours(id));
    expect(by(a!)?.reader).toBe(by(b!)?.reader);
    expect(await readerOf(by(a!)?.reader)).toMatchObject({ email: null, status: 'unclaimed', name: 'Some Body b' });
    expect(by(c!)).toMatchObject({ name: 'Reader' });
  });

  test('somebody with an account has theirs, but no words that a guest put under their address', async () => {
    const article = await api.publish();
    const reader = await api.reader();
    const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
    const { a, b } = idsOf('a', 'b');
    await importDisqus(
      api,
      disqus({ T: `/${article.slug}` }, [
        { id: a!, email: reader.email, username: 'them' },
        { id: b!, email: reader.email, name: 'Somebody Else' },
      ]),
    );
    const rows = await storedComments(api, article.id);
    expect(rows.find((row) => row.id === ours(a!))?.reader).toBe(id);
    const guest = rows.find((row) => row.id === ours(b!))?.reader;
    expect(guest).not.toBe(id);
    expect(await readerOf(guest)).toMatchObject({ email: null, status: 'unclaimed' });
  });

  test('what they wrote goes on standing when the desk deletes them', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    await importDisqus(api, disqus({ T: `/${article.slug}` }, [{ id: a!, username: `gone${a}` }]));
    const [comment] = await storedComments(api, article.id);
    await api.payload.delete({ collection: 'readers', id: String(comment?.reader) });
    expect(await storedComments(api, article.id)).toMatchObject([
      { name: 'Former reader', reader: null, body: `Number ${a}.` },
    ]);
  });
});
