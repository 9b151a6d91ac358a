import { randomUUID } from 'node:crypto';
import type { Reader, ReaderApi } from './reader-client.ts';

/** What somebody writes who registers. */
export const someone = () => ({
  email: `${randomUUID()}@example.org`,
  name: 'Akinyi Odhiambo',
  password: 'rain on a tin roof',
});

/** All of an answer by which two could be told apart. */
export const seen = async (response: Response) => {
  const headers = Object.fromEntries(response.headers);
  delete headers.date;
  return { status: response.status, headers, body: await response.text() };
};

export const fields = async (response: Response) =>
  ((await response.json()) as { fields: Record<string, string> }).fields;

/** Whether the session that this cookie held is still one. */
export const isAlive = async (api: ReaderApi, session: string | undefined) => {
  const headers = { cookie: `dateline_session=${session}` };
  return (await api.visitor().call('/api/reader/me', { headers })).status === 200;
};

/** The same reader in another browser. */
export async function elsewhere(api: ReaderApi, { email, password }: Reader, userAgent = '') {
  const browser = api.visitor();
  await browser.json('/api/reader/login', { email, password }, { 'user-agent': userAgent });
  return browser;
}

export const logIn = async (api: ReaderApi, email: string, password: string) =>
  (await api.visitor().json('/api/reader/login', { email, password })).status;
