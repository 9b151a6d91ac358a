import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { fields } from './reader-account.ts';
import { startReaderApi } from './reader-client.ts';
import { idOf } from './reader-data.ts';

const api = await startReaderApi();
beforeEach(() => api.forgetLimits());

const person = (name: string) =>
  api.payload.create({ collection: 'people', data: { name, _status: 'published' } as never, depth: 0 });
const author = await person('Wanjiru Kamau');
await person('Only Mentioned');
await api.publish({ authors: [author.id] });
const moderation = { words: [{ language: 'sw', do: 'hold', list: 'maneno mabaya' }] };
await api.payload.updateGlobal({ slug: 'newsroom-settings', data: { name: 'The Courier', moderation } as never });

const register = async (name: string) => {
  const input = { email: `${randomUUID()}@example.org`, name, password: 'rain on a tin roof' };
  return await api.visitor().json('/api/reader/register', input);
};

test.each(['Buy at spam.example', 'Maneno Mabaya', 'Moderator', 'the c0urier', 'WANJIRU KAMAU'])(
  'nobody calls themselves %s, from the first or later',
  async (name) => {
    const refused = await register(name);
    expect(refused.status).toBe(422);
    expect((await fields(refused)).name).toMatch(/^(A name has no links|The name has words|The newsroom or)/);
    const reader = await api.reader();
    const renamed = await reader.form('/api/reader/account/name', { name });
    expect(renamed.status).toBe(422);
    expect(await renamed.text()).toContain('id="name-problem"');
    expect(((await (await reader.call('/api/reader/me')).json()) as { name: string }).name).toBe('Wanjiku Otieno');
  },
);

test('who is only mentioned shares their name with others', async () => {
  expect((await register('Only Mentioned')).status).toBe(202);
});

test.each([{ staff: true }, { person: author.id }])('whom the desk knows as its own may, by %j', async (data) => {
  const reader = await api.reader();
  await api.payload.update({ collection: 'readers', id: await idOf(reader), data: data as never });
  expect((await reader.json('/api/reader/account/name', { name: 'Wanjiru Kamau' })).status).toBe(204);
  expect((await reader.json('/api/reader/account/name', { name: 'Buy at spam.example' })).status).toBe(422);
});
