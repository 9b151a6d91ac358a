import { beforeAll, describe, expect, test } from 'vitest';
import { publicURL, startReaderApi, type Reader, type ReaderApi } from './reader-client.ts';

interface Answer {
  status: number;
  said: string;
}

let api: ReaderApi;
let reader: Reader;
let article: string;
let holdings: Record<string, string>[];
let ask: (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;

beforeAll(async () => {
  api = await startReaderApi();
  api.payload.logger.level = 'fatal';
  article = (await api.publish()).id;
  reader = await api.reader();
  const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
  const cookie = [...reader.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const session = reader.jar.get('dateline_session') ?? '';
  // Each thing that a reader has, in each place where the desk looks for one of its own.
  holdings = [
    { cookie },
    ...[session, id].flatMap((held): Record<string, string>[] => [
      { cookie: `payload-token=${held}` },
      { authorization: `JWT ${held}` },
      { authorization: `Bearer ${held}` },
      { authorization: `users API-Key ${held}` },
    ]),
  ];
  const { config, handleEndpoints } = await import('../../cms/commands/open-payload.ts');
  ask = async (method, path, body, headers = {}) => {
    const request = new Request(`${publicURL}/admin/api${path}`, {
      method,
      headers: { origin: publicURL, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const response = await handleEndpoints({ config, request });
    return { status: response.status, said: await response.text() };
  };
});

/** As a reader who holds something, in whichever way; expected to be what nobody is told. */
async function expectNobody(method: string, path: string, body?: object): Promise<Answer> {
  const nobody = await ask(method, path, body);
  for (const headers of holdings)
    expect({ method, path, headers, ...(await ask(method, path, body, headers)) }).toMatchObject(nobody);
  return nobody;
}

const filled = (path: string) => path.replace(/:\w+\??/g, article);
const given = { name: 'x', headline: 'x', email: 'x@example.org', password: 'a long password', role: 'admin' };

describe('a reader who is logged in on the site is nobody at the desk', () => {
  test('who is somebody on the site, by what is tried at the desk', async () => {
    expect((await api.visitor().call('/api/reader/me', { headers: { ...holdings[0] } })).status).toBe(200);
    expect(holdings[1]?.cookie).toMatch(/^payload-token=\w{20,}$/);
  });

  test('in every collection, also those of Payload itself', async () => {
    const { collections } = api.payload.config;
    expect(collections.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['articles', 'readers', 'users', 'payload-locked-documents', 'payload-jobs']),
    );
    const done: string[] = [];
    for (const { slug } of collections) {
      const known = slug === 'articles' ? article : '0199c0de-0000-7000-8000-000000000001';
      for (const [method, path] of [
        ['GET', ''],
        ['GET', `/${known}`],
        ['GET', '/count'],
        ['GET', '/versions'],
        ['POST', ''],
        ['POST', `/${known}/duplicate`],
        ['PATCH', '?where[id][exists]=true'],
        ['PATCH', `/${known}`],
        ['DELETE', '?where[id][exists]=true'],
        ['DELETE', `/${known}`],
      ] as const) {
        const answer = await expectNobody(method, `/${slug}${path}`, method === 'GET' ? undefined : given);
        // There are no versions of some, and preferences answer with 200 that there are none.
        if (answer.status < 400 && !answer.said.includes('"Not Found"'))
          done.push(`${method} /${slug}${path}: ${answer.said}`);
      }
    }
    expect(done).toEqual([]);
  });

  test('in every global', async () => {
    const { globals } = api.payload.config;
    expect(globals.length).toBeGreaterThan(0);
    for (const { slug } of globals)
      for (const method of ['GET', 'POST'])
        expect([401, 403]).toContain(
          (await expectNobody(method, `/globals/${slug}`, method === 'GET' ? undefined : given)).status,
        );
  });

  test('at every endpoint', async () => {
    const { endpoints, collections } = api.payload.config;
    const own = endpoints.filter(({ path }) => path.startsWith('/newsroom/'));
    expect(own.length).toBeGreaterThan(10);
    for (const { method, path } of own) {
      const { status } = await expectNobody(method.toUpperCase(), filled(path), method === 'get' ? undefined : given);
      expect([401, 403], path).toContain(status);
    }
    for (const { slug, endpoints } of collections)
      for (const { method, path } of endpoints || [])
        await expectNobody(method.toUpperCase(), `/${slug}${filled(path)}`, method === 'get' ? undefined : given);
    expect((await expectNobody('GET', '/users/me')).said).toContain('"user":null');
    expect((await expectNobody('GET', '/access')).said).not.toContain('"canAccessAdmin":true');
    expect((await expectNobody('POST', '/graphql', { query: '{ Users { docs { email } } }' })).status).toBe(404);
  });

  test('and what staff hold is nothing on the site', async () => {
    const account = { email: 'staff@example.org', password: 'a password of some length' };
    await api.payload.create({ collection: 'users', data: { ...account, name: 'Staff', role: 'admin' } as never });
    const { said } = await ask('POST', '/users/login', account);
    const { token } = JSON.parse(said) as { token: string };
    expect(token).toBeTruthy();
    const held: Record<string, string>[] = [
      { cookie: `payload-token=${token}` },
      { cookie: `dateline_session=${token}` },
      { authorization: `JWT ${token}` },
    ];
    for (const headers of held) expect((await api.visitor().call('/api/reader/me', { headers })).status).toBe(401);
  });
});
