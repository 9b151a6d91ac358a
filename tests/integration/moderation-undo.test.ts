import { beforeEach, describe, expect, test } from 'vitest';
import type { Decided } from '../../cms/src/moderation/desk/shapes.ts';
import { readFacts } from '../../cms/src/moderation/facts.ts';
import { query } from '../support/database.ts';
import { openModeration } from './moderation-desk.ts';

const { desk, article, reader, comment, report, reported, ask, decide, undo, statuses, stored } =
  await openModeration();
beforeEach(() => query(desk.database, 'delete from comments'));

describe('to take back', () => {
  test('several of which some were public is one act', async () => {
    const [waiting, published] = [await comment(), await comment({ status: 'published' })];
    const comments = [
      { id: waiting, from: 'held', edited: null },
      { id: published, from: 'published', edited: null },
    ];
    const { body } = await ask<Decided>('/decisions', { comments, to: 'refused', reason: 'It is advertising.' });
    expect(await statuses(waiting, published)).toEqual(['refused', 'removed']);
    expect((await undo(body.batch)).decided.toSorted()).toEqual([waiting, published].toSorted());
    expect(await statuses(waiting, published)).toEqual(['held', 'published']);
  });

  test.each(['published', 'removed'])('what was reported is reported again: %s', async (to) => {
    const id = await comment({ status: 'published' });
    await report(id);
    const before = await stored(id);
    const { batch } = await decide([id], 'published', to);
    expect(await reported()).toEqual([]);
    expect((await undo(batch)).decided).toEqual([id]);
    expect(await reported()).toEqual([id]);
    expect(await stored(id)).toEqual(before);
  });

  test.each(['published', 'removed'])('what was published unread earns no more trust than before: %s', async (to) => {
    const whose = await reader();
    const id = await comment({ status: 'published', reader: whose });
    const trust = async () => {
      const asked = { article, reader: whose, fingerprint: 'none', address: undefined };
      const { approvedSinceRefusal, wasRefused } = (await readFacts(desk.payload, asked))!.reader;
      return { approvedSinceRefusal, wasRefused };
    };
    const unread = { approvedSinceRefusal: 0, wasRefused: false };
    expect(await trust()).toEqual(unread);
    const { batch } = await decide([id], 'published', to);
    expect(await trust()).toEqual(
      to === 'published' ? { ...unread, approvedSinceRefusal: 1 } : { ...unread, wasRefused: true },
    );
    await undo(batch);
    expect(await trust()).toEqual(unread);
  });

  test('not where somebody has decided the same since', async () => {
    const id = await comment({ status: 'published' });
    await report(id);
    const { batch } = await decide([id], 'published', 'published');
    await decide([id], 'published', 'published', '', 'editor');
    expect(await undo(batch)).toMatchObject({ decided: [], skipped: [id] });
    expect(await reported()).toEqual([]);
  });

  test('an approval brings the reason of the refusal back', async () => {
    const id = await comment();
    await decide([id], 'held', 'refused', 'It attacks a person.');
    const { batch } = await decide([id], 'refused', 'published');
    expect(await stored(id)).toMatchObject({ refusal_reason: null });
    await undo(batch);
    expect(await stored(id)).toMatchObject({ refusal_reason: 'It attacks a person.' });
  });

  const told = (whose: string) =>
    query<{ what: string; reason: string; mails: number }>(
      desk.database,
      `select what, reason, (select count(*)::int from mail_queue mail
         where mail.reader_id = told.reader_id and mail.created_at = told.created_at) as mails
       from notifications told where reader_id = $1 order by created_at`,
      [whose],
    );

  test('a decision tells its reader nothing, and the later one tells its own reason', async () => {
    const whose = await reader();
    const id = await comment({ reader: whose });
    const { batch } = await decide([id], 'held', 'refused', 'It attacks a person.');
    expect(await told(whose)).toEqual([{ what: 'refused', reason: 'It attacks a person.', mails: 1 }]);
    const [mail] = await query(
      desk.database,
      'select extract(epoch from next_try_at - created_at)::int as seconds from mail_queue where reader_id = $1',
      [whose],
    );
    expect(mail).toEqual({ seconds: 30 });
    await undo(batch);
    expect(await told(whose)).toEqual([]);
    await decide([id], 'held', 'refused', 'It is advertising.');
    expect(await told(whose)).toEqual([{ what: 'refused', reason: 'It is advertising.', mails: 1 }]);
    const mails = await query<{ text: string }>(desk.database, 'select text from mail_queue where reader_id = $1', [
      whose,
    ]);
    expect(mails).toEqual([{ text: expect.stringContaining('It is advertising.') }]);
  });

  test('an approval tells nobody whom it answers', async () => {
    const [whose, writer] = [await reader(), await reader()];
    const parent = await comment({ reader: whose, status: 'published' });
    const id = await comment({ reader: writer, parent, root: parent });
    const { batch } = await decide([id], 'held', 'published');
    expect(await told(whose)).toMatchObject([{ what: 'reply', mails: 1 }]);
    await undo(batch);
    expect([await told(whose), await told(writer)]).toEqual([[], []]);
  });

  test('not what is being mailed', async () => {
    const whose = await reader();
    const id = await comment({ reader: whose });
    const { batch } = await decide([id], 'held', 'refused');
    await query(desk.database, 'update mail_queue set claimed_at = now() where reader_id = $1', [whose]);
    await undo(batch);
    expect(await told(whose)).toEqual([{ what: 'refused', reason: '', mails: 1 }]);
  });

  test('what was mailed stays told, and is told anew where the reason is another', async () => {
    const whose = await reader();
    const id = await comment({ reader: whose });
    const sent = `update mail_queue set sent_at = now(), next_try_at = null, text = '', html = '' where reader_id = $1`;
    for (const [reason, times] of [
      ['It attacks a person.', 1],
      ['It attacks a person.', 1],
      ['It is advertising.', 2],
    ] as const) {
      const { batch } = await decide([id], 'held', 'refused', reason);
      await query(desk.database, sent, [whose]);
      await undo(batch);
      expect(await told(whose)).toEqual([{ what: 'refused', reason, mails: 1 }]);
      const mails = await query(desk.database, 'select 1 from mail_queue where reader_id = $1', [whose]);
      expect(mails).toHaveLength(times);
    }
  });
});
