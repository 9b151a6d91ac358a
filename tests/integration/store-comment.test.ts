import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { placeUnder } from '../../cms/src/readers/answered-comment.ts';
import { storeComment } from '../../cms/src/readers/store-comment.ts';
import { connect, query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';

const api = await startReaderApi();
const article = await api.publish();
const database = await connect(api.database);

async function write(status: 'held' | 'published' = 'published') {
  const { email } = await api.reader();
  const [reader] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [email]);
  return {
    article: article.id,
    reader: reader!.id,
    authorName: 'Wanjiku Otieno',
    authorStaff: true,
    authorPerson: null,
    body: 'It is *open* again.',
    key: randomUUID(),
    status,
    heldFor: status === 'held' ? 'new-reader' : null,
    fingerprint: randomUUID(),
  };
}

/** The row of a comment and those of the outbox, without what is of each alone. */
async function stored(id: string): Promise<unknown> {
  const { rows } = await database.query(
    `select to_jsonb(comments) - array['id', 'reader_id', 'key', 'fingerprint', 'created_at', 'updated_at', 'published_at', 'decided_at']
         as comment,
       abs(extract(epoch from now() - created_at)) < 60 and abs(extract(epoch from updated_at - created_at)) < 60 as lately, published_at is null as unpublished,
       decided_at is not distinct from published_at as decided,
       (select jsonb_agg(to_jsonb(outbox) - array['seq', 'id', 'at', 'document'] #- '{data,id}' #- '{data,at}' #- '{data,written}')
        from outbox where document = comments.id and data->>'id' = comments.id::text
          and (data->>'at')::timestamptz = comments.published_at
          and (data->>'written')::timestamptz = comments.created_at) as told,
       (select count(*) from outbox where document = comments.id) as count
     from comments where id = $1`,
    [id],
  );
  return rows[0];
}

const ownHooks = api.payload.collections.comments!.config.hooks;

/** A host that wants to know of comments. */
async function heardBy(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const { afterChange } = ownHooks;
  ownHooks.afterChange = [...afterChange, ({ doc }) => void heard.push(String(doc.id))];
  await work().finally(() => Object.assign(ownHooks, { afterChange }));
  return heard;
}

test.each(['held', 'published'] as const)(
  "a %s comment is stored as by the hooks, which a host's own are among",
  async (status) => {
    const alone = await storeComment(api.payload, await write(status));
    let byHooks = alone;
    expect(await heardBy(async () => (byHooks = await storeComment(api.payload, await write(status))))).toEqual([
      byHooks.id,
    ]);
    expect(await stored(alone.id)).toEqual(await stored(byHooks.id));
    const own = ({ id, createdAt, publishedAt, ...rest }: typeof alone) => [
      typeof id,
      typeof createdAt,
      typeof publishedAt,
      rest,
    ];
    expect(own(alone)).toEqual(own(byHooks));
  },
);

/** What somebody is told of a comment, and the mail about it, as they are stored. */
const told = (id: string) =>
  query(
    api.database,
    `select reader_id, notifications.kind, what, reason, waits, mailed_at is not null as mailed,
       (select jsonb_agg(replace(mail::text, $1::text, ''))
        from (select to_jsonb(mail_queue) - array['id', 'next_try_at', 'created_at', 'unsubscribe'] as mail
          from mail_queue where text like '%' || $1 || '%') as mails) as mails
     from notifications where comment_id = $1::uuid`,
    [id],
  );

test.each([
  ['immediate', { mailed: true, mails: [expect.stringContaining('replied')] }],
  ['digest', { waits: true, mailed: false, mails: null }],
  ['off', { waits: false, mailed: false, mails: null }],
])('an answer is stored and told to whom it answers as by the hooks: mail %s', async (preference, as) => {
  const first = await write();
  await query(api.database, 'update readers set notify_replies = $1 where id = $2', [preference, first.reader]);
  const { id: parent } = await storeComment(api.payload, first);
  const answer = async () => ({ ...(await write()), ...(await placeUnder(api.payload, article.id, parent)) });
  const alone = await storeComment(api.payload, await answer());
  let byHooks = alone;
  await heardBy(async () => (byHooks = await storeComment(api.payload, await answer())));
  expect([await stored(alone.id), await told(alone.id)]).toEqual([await stored(byHooks.id), await told(byHooks.id)]);
  expect(alone).toMatchObject({ parent, root: parent });
  expect(await told(alone.id)).toMatchObject([{ reader_id: first.reader, what: 'reply', ...as }]);
});

test('whoever is suspended while they are answered is told nothing, and the answer stands', async () => {
  const first = await write();
  const { id: parent } = await storeComment(api.payload, first);
  const answer = { ...(await write()), ...(await placeUnder(api.payload, article.id, parent)) };
  expect(answer.whom).toMatchObject({ reader: first.reader });
  await api.payload.update({ collection: 'readers', id: first.reader, data: { status: 'suspended' } });
  const { id } = await storeComment(api.payload, answer);
  expect(await told(id)).toEqual([]);
  expect((await placeUnder(api.payload, article.id, parent)).whom).toBeNull();
});

test('an answer of which nobody can be told is not stored', async () => {
  const first = await write();
  const { id: parent } = await storeComment(api.payload, first);
  await database.query('alter table notifications add constraint shut check (false) not valid');
  try {
    const comment = { ...(await write()), ...(await placeUnder(api.payload, article.id, parent)) };
    await expect(storeComment(api.payload, comment)).rejects.toThrow('shut');
    expect(await query(api.database, 'select 1 from comments where key = $1', [comment.key])).toEqual([]);
  } finally {
    await database.query('alter table notifications drop constraint shut');
  }
});

const ways: [string, (work: () => Promise<unknown>) => Promise<unknown>][] = [
  ['alone', (work) => work()],
  ['by the hooks', heardBy],
];

test.each(ways)('a reader who is suspended in the meantime posts nothing: %s', async (_way, on) => {
  const comment = await write();
  await api.payload.update({ collection: 'readers', id: comment.reader, data: { status: 'suspended' } });
  await on(() => expect(storeComment(api.payload, comment)).rejects.toMatchObject({ code: 'suspended' }));
  expect(await query(api.database, 'select 1 from comments where key = $1', [comment.key])).toEqual([]);
});

test('a comment of which the outbox cannot be told is not stored', async () => {
  await database.query(`alter table outbox add constraint shut check (kind <> 'comment') not valid`);
  try {
    const comment = await write();
    await expect(storeComment(api.payload, comment)).rejects.toThrow('shut');
    expect(await query(api.database, 'select 1 from comments where key = $1', [comment.key])).toEqual([]);
  } finally {
    await database.query('alter table outbox drop constraint shut');
  }
});
