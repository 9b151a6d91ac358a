import { expect, test } from 'vitest';
import { ownComment } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import { openModerated } from './moderated-comments.ts';
import { decide } from './reader-comments.ts';

const { api, settle, post } = await openModerated();

const entries = (comment: string) =>
  query(
    api.database,
    `select act, before, after, told.reason from moderation_log
      left join moderation_log_readers told on told.log = id where comment = $1 order by id`,
    [comment],
  );

test('the log has every decision', async () => {
  await settle({ holdNew: true });
  const { id } = await api.publish();
  const own = ownComment.parse(await (await post(await api.reader(), id)).json());
  await api.payload.update({
    collection: 'comments',
    id: own.id,
    data: { status: 'refused', refusalReason: 'It names a child.' } as never,
  });
  await decide(api, own.id, 'published');
  expect(await entries(own.id)).toEqual([
    { act: 'decide', before: 'held', after: 'refused', reason: 'It names a child.' },
    { act: 'decide', before: 'refused', after: 'published', reason: null },
  ]);
});

test('the log is changed by nobody, by the owner of the database neither', async () => {
  await query(api.database, "insert into moderation_log (act) values ('note')");
  for (const change of [
    "update moderation_log set act = 'x'",
    'delete from moderation_log',
    'truncate moderation_log',
  ]) {
    await expect(query(api.database, change)).rejects.toThrow(/only ever added to/);
  }
});
