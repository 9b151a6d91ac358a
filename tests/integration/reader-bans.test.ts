import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { isBanned } from '../../cms/src/moderation/banned.ts';
import { query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';

const api = await startReaderApi();
const password = 'a password of some length';

beforeEach(async () => {
  await api.forgetLimits();
  await query(api.database, 'delete from bans');
});

const ban = (pattern: string, more: Record<string, unknown> = {}) =>
  api.payload.create({ collection: 'bans', data: { pattern, ...more } as never });

async function register(email: string) {
  const answer = await api.visitor().json('/api/reader/register', { email, name: 'Somebody New', password });
  const told = (await answer.json()) as { code?: string; fields?: Record<string, string> };
  return { status: answer.status, code: told.code, fields: told.fields };
}

describe('who registers', () => {
  test('is refused where a pattern fits the whole address', async () => {
    await ban('troll*@Example.org');
    expect(await register('troll.17@example.org')).toMatchObject({ status: 403, code: 'banned' });
    expect(await register('a.troll@example.org')).toMatchObject({ status: 202 });
    expect(await register('troll@example.org.example.net')).toMatchObject({ status: 202 });
  });

  test('is refused from a network that is banned', async () => {
    await ban('127.0.0.0/8');
    expect(await register(`${randomUUID()}@example.org`)).toMatchObject({ status: 403, code: 'banned' });
  });

  test('is told apart by their network alone, whichever interface of ours they came over', async () => {
    await ban('fe80::/64');
    const banned = async (address: string) => await isBanned(api.payload, `${randomUUID()}@example.org`, address);
    expect(await banned('fe80::1%eth0')).toBe(true);
    expect(await banned('fe80:0:0:1::1%eth0')).toBe(false);
  });

  test('may, when the ban is over', async () => {
    await ban('*@example.org', { until: new Date(Date.now() - 1_000).toISOString() });
    expect(await register(`${randomUUID()}@example.org`)).toMatchObject({ status: 202 });
  });

  test('is asked for an address that lasts', async () => {
    const told = await register(`${randomUUID()}@in.mailinator.com`);
    expect(told).toMatchObject({ status: 422, fields: { email: expect.stringContaining('keep') } });
  });
});

test('a new address of an account is held to the same', async () => {
  const reader = await api.reader();
  await ban('*@banned.example');
  const change = (email: string) => reader.json('/api/reader/account/email', { email, password: reader.password });
  expect((await change('me@banned.example')).status).toBe(403);
  expect((await change('me@mailinator.com')).status).toBe(422);
  expect((await change(`${randomUUID()}@example.org`)).status).toBeLessThan(400);
});

test('a reader whose address is banned cannot post, and may again when the ban goes', async () => {
  const reader = await api.reader();
  const { id } = await api.publish();
  const post = async (body: string) => {
    const answer = await reader.json('/api/reader/comments', { article: id, key: randomUUID(), body });
    return { status: answer.status, ...((await answer.json()) as { code?: string }) };
  };
  const { id: banned } = await ban(reader.email);
  expect(await post('What would be said logged out.')).toMatchObject({ status: 401, code: 'login-required' });
  const login = await reader.json('/api/reader/login', { email: reader.email, password: reader.password });
  expect(login.status).toBe(403);
  expect(await post('What would be said while banned.')).toMatchObject({ status: 403, code: 'banned' });
  await api.payload.delete({ collection: 'bans', id: banned });
  expect(await post('What is said afterwards.')).toMatchObject({ status: 201 });
});

test('the log has bans and their ends, and names nobody', async () => {
  const email = `${randomUUID()}@example.org`;
  const { id } = await ban(email, { reason: 'Threats.' });
  await api.payload.delete({ collection: 'bans', id });
  const lines = await query(
    api.database,
    `select act, before, after, reason from moderation_log where act in ('ban', 'unban') order by at desc limit 2`,
  );
  const masked = `${email.slice(0, 1)}…@example.org`;
  expect(lines).toEqual([
    { act: 'unban', before: masked, after: null, reason: null },
    { act: 'ban', before: null, after: masked, reason: 'Threats.' },
  ]);
});

test('what fits everybody, or nothing, is refused at the desk', async () => {
  await expect(ban('*@*')).rejects.toThrow('Pattern');
  await expect(ban('not an address')).rejects.toThrow('Pattern');
});
