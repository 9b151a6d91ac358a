import { createHmac, randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { askExternal, type ExternalQuestion } from '../../cms/src/moderation/external-check.ts';
import { startReceiver } from '../support/receiver.ts';

const key = randomBytes(32);
const secret = `whsec_${key.toString('base64')}`;
const question: ExternalQuestion = {
  article: { id: '0199c0de-0000-7000-8000-000000000001', language: 'en' },
  reader: { id: '0199c0de-0000-7000-8000-000000000002', approved: 3 },
  comment: { body: 'The bridge is still closed.' },
};

let service: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  service = await startReceiver();
});
beforeEach(() => service.received.splice(0));

const ask = (more: { url?: string; patience?: number } = {}) =>
  askExternal({ url: `${service.url}/comments`, secret, ...more }, question);

test('what passes is published, and what is held waits', async () => {
  service.answerNext(200, {}, JSON.stringify({ verdict: 'pass' }));
  expect(await ask()).toBeUndefined();
  service.answerNext(200, {}, JSON.stringify({ verdict: 'hold', score: 0.9 }));
  expect(await ask()).toBe('external');
});

test('it is told the text and no address, signed so that it can tell who asks', async () => {
  service.answerNext(200, {}, JSON.stringify({ verdict: 'pass' }));
  await ask();
  const [asked] = service.received;
  expect(JSON.parse(asked?.body ?? '')).toMatchObject({ type: 'dateline.comment', data: question });
  const { 'webhook-id': id, 'webhook-timestamp': at } = asked?.headers ?? {};
  const signature = createHmac('sha256', key)
    .update(`${String(id)}.${String(at)}.${asked?.body}`)
    .digest('base64');
  expect(asked?.headers['webhook-signature']).toBe(`v1,${signature}`);
  expect(Math.abs(Date.now() / 1000 - Number(at))).toBeLessThan(60);
});

test.each([
  ['an error', 500, '{"verdict":"pass"}'],
  ['what is no JSON', 200, 'pass'],
  ['another word', 200, '{"verdict":"publish"}'],
  ['a refusal, which is not its to give', 200, '{"verdict":"refuse"}'],
  ['more than it may say', 200, JSON.stringify({ verdict: 'pass', why: 'x'.repeat(5_000) })],
  ['a redirect', 302, ''],
])('a comment waits where it answers with %s', async (_what, status, body) => {
  service.answerNext(status, status === 302 ? { location: service.url } : {}, body);
  expect(await ask()).toBe('external-away');
});

test('a comment waits where it does not answer in time, or is not there', async () => {
  const held = service.holdNext();
  expect(await ask({ patience: 50 })).toBe('external-away');
  (await held)();
  expect(await ask({ url: 'http://127.0.0.1:1/' })).toBe('external-away');
});
