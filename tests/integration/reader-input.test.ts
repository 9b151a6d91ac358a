import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readerTable } from '../../cms/src/readers/endpoints.ts';
import { someone } from './reader-account.ts';
import { publicURL, startReaderApi, type ReaderApi } from './reader-client.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

describe('from another site', () => {
  const foreign: [string, Record<string, string>][] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['the origin null', { origin: 'null' }],
    ['a sibling', { origin: 'http://localhost:4322' }],
    ['a longer name', { origin: `${publicURL}.evil.example` }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['no origin', { origin: '' }],
  ];
  const changing = readerTable.filter(({ method, byToken }) => method !== 'get' && !byToken);
  test.each(changing.map(({ path }) => path))('nothing is done: %s', async (path) => {
    const reader = await api.reader();
    for (const browser of [api.visitor(), reader]) {
      for (const [what, headers] of foreign) {
        const answers = [
          await browser.json(`/api/reader${path}`, someone(), headers),
          await browser.form(`/api/reader${path}`, someone(), headers),
        ];
        for (const answer of answers) expect({ what, status: answer.status }).toEqual({ what, status: 403 });
        expect(await answers[0]?.json()).toMatchObject({ code: 'foreign-origin' });
      }
    }
    expect((await reader.call('/api/reader/me')).status).toBe(200);
  });

  test('what needs no origin is authorised by its token', () => {
    expect(readerTable.filter(({ byToken }) => byToken).map(({ path }) => path)).toEqual(['/unsubscribe']);
  });
});

describe('returning', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    '\\\\evil.example',
  ])('leads nowhere else: %s', async (returnTo) => {
    const reader = await api.reader();
    const { email, password } = reader;
    const login = await reader.form('/api/reader/login', { email, password, returnTo });
    expect(login.status).toBe(303);
    expect(new URL(login.headers.get('location')!).origin).toBe(publicURL);
  });
});

describe('what is wrong is said', () => {
  const rows: [string, Record<string, unknown>, string][] = [
    ['no address', { email: undefined }, 'email'],
    ['no address at all', { email: 'nobody' }, 'email'],
    ['an address that is a number', { email: 5 }, 'email'],
    ['a long address', { email: `${'a'.repeat(250)}@example.org` }, 'email'],
    ['no name', { name: '' }, 'name'],
    ['a name that is markup', { name: '<b>me</b>' }, 'name'],
    ['a name that turns the text round', { name: 'a\u202eb' }, 'name'],
    ['a long name', { name: 'a'.repeat(61) }, 'name'],
    ['a short password', { password: 'short' }, 'password'],
    ['a long password', { password: 'a'.repeat(201) }, 'password'],
    ['a password that is a list', { password: ['rain on a tin roof'] }, 'password'],
  ];
  test.each(rows)('%s', async (_what, wrong, field) => {
    const answer = await api.visitor().json('/api/reader/register', { ...someone(), ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await answer.json()) as { code: string; fields: Record<string, string> };
    expect(problem.code).toBe('invalid-input');
    expect(Object.keys(problem.fields)).toEqual([field]);
    expect(problem.fields[field]).toMatch(/^[A-Z].*\.$/);
  });

  const raw: [string, string, BodyInit, number][] = [
    ['not JSON', 'application/json', '{', 400],
    ['a list', 'application/json', '[]', 400],
    ['null', 'application/json', 'null', 400],
    ['nothing', 'application/json', '', 400],
    ['no UTF-8', 'application/json', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400],
    ['no UTF-8 in a form', 'application/x-www-form-urlencoded', 'email=%FF', 400],
    ['another type', 'text/plain', 'email=a', 415],
    ['a multipart form', 'multipart/form-data; boundary=x', '--x--', 415],
    ['too much', 'application/json', JSON.stringify({ email: 'a'.repeat(70_000) }), 413],
    ['too deep', 'application/json', '['.repeat(60_000), 400],
  ];
  test.each(raw)('%s', async (_what, type, body, status) => {
    for (const path of ['register', 'login', 'verify', 'comments']) {
      const answer = await api
        .visitor()
        .call(`/api/reader/${path}`, { method: 'POST', body, headers: { origin: publicURL, 'content-type': type } });
      expect(answer.status).toBe(status);
    }
  });

  test('on the form, which keeps what was typed but the password, and runs nothing', async () => {
    const attack = '"><script>alert(1)</script>';
    const answer = await api
      .visitor()
      .form('/api/reader/register', { email: attack, name: attack, password: 'short', returnTo: `/${attack}` });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('Enter an e-mail address');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('value="short"');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
