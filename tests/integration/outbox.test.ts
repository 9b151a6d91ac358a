import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, transactionHandle } from '../../cms/src/in-transaction.ts';
import { writeOutbox } from '../../cms/src/outbox/write-outbox.ts';
import { query } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await query(
    desk.database,
    `create table late (id int unique deferrable initially deferred);
     create function refuse_late() returns trigger language plpgsql as $$ begin insert into late values (1), (1); return new; end $$;`,
  );
});

const removal = (document: string) => ({
  op: 'remove' as const,
  kind: 'topic' as const,
  document,
  slug: null,
  formerSlugs: [],
  data: null,
});
const topicsNamed = async (name: string) =>
  (await desk.payload.find({ collection: 'topics', where: { name: { equals: name } } })).docs;

describe('one transaction', () => {
  test('stores a document and its row together', async () => {
    const name = randomUUID();
    const topic = await inTransaction(desk.payload, (req) =>
      desk.create('topics', { name, _status: 'published' }, { req }),
    );
    expect(await topicsNamed(name)).toHaveLength(1);
    expect(await desk.outboxOf(topic.id)).toHaveLength(1);
  });

  test('stores neither where the work fails', async () => {
    const name = randomUUID();
    const work = inTransaction(desk.payload, async (req) => {
      await desk.create('topics', { name, _status: 'published' }, { req });
      throw new Error('Changed my mind');
    });
    await expect(work).rejects.toThrow('Changed my mind');
    expect(await topicsNamed(name)).toEqual([]);
    expect(await query(desk.database, `select from outbox where data ->> 'name' = $1`, [name])).toEqual([]);
  });

  test('throws where the COMMIT fails, and stores nothing', async () => {
    const id = randomUUID();
    const work = inTransaction(desk.payload, async (req) => {
      await writeOutbox(req, removal(id));
      await (await transactionHandle(req)).execute('insert into late values (2), (2)');
    });
    await expect(work).rejects.toThrow('Failed query: commit');
    expect(await desk.outboxOf(id)).toEqual([]);
  });

  test('throws where a statement failed and somebody went on regardless', async () => {
    const id = randomUUID();
    const work = inTransaction(desk.payload, async (req) => {
      await writeOutbox(req, removal(id));
      await (await transactionHandle(req)).execute('select nonsense').then(null, () => undefined);
    });
    await expect(work).rejects.toThrow('Failed query: select 1');
    expect(await desk.outboxOf(id)).toEqual([]);
  });

  test('throws where an operation of Payload failed in it and somebody went on regardless', async () => {
    const id = randomUUID();
    const work = inTransaction(desk.payload, async (req) => {
      await writeOutbox(req, removal(id));
      await desk.create('topics', { name: '', _status: 'published' }, { req }).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('A part of the transaction failed');
    expect(await desk.outboxOf(id)).toEqual([]);
  });
});

describe('a publish of Payload’s own', () => {
  test('leaves nothing where writing the row fails', async () => {
    await query(
      desk.database,
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
       create trigger refuse before insert on outbox for each row when (new.kind = 'place') execute function refuse();`,
    );
    const name = randomUUID();
    await expect(desk.create('places', { name, kind: 'town', _status: 'published' })).rejects.toThrow('Failed query');
    const { totalDocs } = await desk.payload.count({ collection: 'places', where: { name: { equals: name } } });
    expect(totalDocs).toBe(0);
    await query(desk.database, 'drop trigger refuse on outbox');
  });

  test('is found out where its COMMIT failed', async () => {
    await query(
      desk.database,
      `create trigger late after insert on outbox for each row when (new.kind = 'article') execute function refuse_late()`,
    );
    const answer = await desk.as('editor', 'POST', '/articles', desk.story({ _status: 'published' }));
    await query(desk.database, 'drop trigger late on outbox');
    const { id } = (answer.body as unknown as { doc: { id: string } }).doc;
    expect((await desk.as('editor', 'GET', `/newsroom/publications/${id}`)).status).toBe(404);
    expect(await desk.outboxOf(id)).toEqual([]);
  });

  test('thirty at once do not wait for one another for ever', async () => {
    const made = await Promise.all(
      Array.from({ length: 30 }, () => desk.create('articles', desk.story({ _status: 'published' }))),
    );
    expect(
      await query(desk.database, `select from outbox where document = any($1)`, [made.map(({ id }) => id)]),
    ).toHaveLength(30);
  });
});
