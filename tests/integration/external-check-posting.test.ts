import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExternalCheckOptions } from '../../cms/src/moderation/external-check.ts';
import { ownComment } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import { startReceiver } from '../support/receiver.ts';
import { startReaderApi, type Reader, type ReaderApi } from './reader-client.ts';
import { standingOf } from './reader-comments.ts';

const patient = 60_000;
let service: Awaited<ReturnType<typeof startReceiver>>;
let check: ExternalCheckOptions;
let api: ReaderApi;
let article: string;
let reader: Reader;
beforeAll(async () => {
  service = await startReceiver();
  check = { url: `${service.url}/comments`, secret: `whsec_${randomBytes(32).toString('base64')}` };
  api = await startReaderApi({ externalCheck: check });
  await settle({ holdNew: false });
  article = (await api.publish()).id;
  reader = await api.reader();
});
beforeEach(async () => {
  check.patience = patient;
  service.received.splice(0);
  await api.forgetLimits();
});

const settle = (moderation: object) =>
  api.payload.updateGlobal({ slug: 'newsroom-settings', data: { moderation } as never });
const say = (verdict: 'pass' | 'hold') => service.answerNext(200, {}, JSON.stringify({ verdict }));
/** A service that does not answer within the time that it has. */
const sayNothing = () => {
  check.patience = 50;
  void service.holdNext();
};
const words = () => `The ferry is late again, ${randomUUID()}.`;
const post = (body = words()) => reader.json('/api/reader/comments', { article, body, key: randomUUID() });
const edit = (comment: string, body: string) => reader.json('/api/reader/comments/edit', { comment, body });
const asked = () => service.received.map(({ body }) => JSON.parse(body) as { data: unknown });

const outcomes: [string, () => void, { status: string; held_for: string | null }][] = [
  ['passes', () => say('pass'), { status: 'published', held_for: null }],
  ['holds', () => say('hold'), { status: 'held', held_for: 'external' }],
  ['does not answer in time', sayNothing, { status: 'held', held_for: 'external-away' }],
  ['fails', () => service.answerNext(500), { status: 'held', held_for: 'external-away' }],
];

describe('what the outside check says of', () => {
  test.each(outcomes)('a comment, where it %s', async (_, answer, expected) => {
    answer();
    const body = words();
    const answered = await post(body);
    expect(answered.status).toBe(201);
    const own = ownComment.parse(await answered.json());
    expect(own.state).toBe(expected.status);
    expect(await standingOf(api, own.id)).toEqual(expected);
    expect(asked()).toMatchObject([{ data: { article: { id: article, language: 'en' }, comment: { body } } }]);
    expect(JSON.stringify(asked())).not.toContain(reader.email);
  });

  test.each(outcomes)('an edit, where it %s', async (_, answer, expected) => {
    say('pass');
    const own = ownComment.parse(await (await post()).json());
    service.received.splice(0);
    answer();
    const body = words();
    const answered = await edit(own.id, body);
    expect(answered.status).toBe(200);
    expect(ownComment.parse(await answered.json()).state).toBe(expected.status);
    expect(await standingOf(api, own.id)).toEqual(expected);
    expect(asked()).toMatchObject([{ data: { comment: { body } } }]);
    const told = await query<{ data: { removed: boolean } }>(
      api.database,
      'select data from outbox where document = $1 order by seq desc limit 1',
      [own.id],
    );
    expect(told).toMatchObject([{ data: { removed: expected.status === 'held' } }]);
  });
});

test('it is not asked about what is refused or held anyway', async () => {
  await settle({
    words: [
      { language: null, do: 'refuse', list: 'mjinga' },
      { language: null, do: 'hold', list: 'mwizi' },
    ],
  });
  expect((await post('Wewe ni mjinga sana')).status).toBe(422);
  expect(ownComment.parse(await (await post('Yeye ni mwizi kabisa')).json()).state).toBe('held');
  expect(asked()).toEqual([]);
});
