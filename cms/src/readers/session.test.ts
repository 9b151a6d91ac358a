import { expect, test } from 'vitest';
import { noCookies, sessionCookieOnly } from './session.ts';

const id = 'abcdefghijklmnopqrstuvwxyz234567abcdefgh';

test('over https the cookie is bound to the host, and no other is taken for it', () => {
  const publicURL = 'https://news.example.org';
  expect(noCookies(publicURL)[0]).toBe('__Host-dateline_session=; Path=/; Max-Age=0; SameSite=Lax; Secure; HttpOnly');
  expect(sessionCookieOnly(`dateline_session=${id}`, publicURL)).toBeUndefined();
  expect(sessionCookieOnly(`a=b; __Host-dateline_session=${id}; c=d`, publicURL)).toBe(`__Host-dateline_session=${id}`);
});

test("the staff's cookies are left behind", () => {
  const header = `payload-token=secret; dateline_session=${id}; dateline_reader=1`;
  expect(sessionCookieOnly(header, 'http://localhost:4321')).toBe(`dateline_session=${id}`);
});

test.each([
  undefined,
  '',
  'dateline_session=',
  'dateline_session=%',
  `xdateline_session=${id}`,
  `dateline_session="${id}"`,
])('no session: %s', (header) => expect(sessionCookieOnly(header, 'http://localhost:4321')).toBeUndefined());
