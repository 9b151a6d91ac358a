import { expect, test } from 'vitest';
import { inTransaction, transactionHandle } from '../../cms/src/in-transaction.ts';
import { freshDatabase, query } from '../support/database.ts';
import { bootPayload } from '../support/newsroom.ts';

const database = await freshDatabase();
const payload = await bootPayload(database);

test('a connection that is lost between two statements of a transaction fails that transaction, not the process', async () => {
  const lost = inTransaction(payload, async (req) => {
    const handle = await transactionHandle(req);
    const { rows } = await handle.execute('select pg_backend_pid() as pid');
    const pid = Number(rows[0]?.pid);
    await query(database, 'select pg_terminate_backend($1)', [pid]);
    const isThere = async () => (await query(database, 'select 1 from pg_stat_activity where pid = $1', [pid])).length;
    while (await isThere());
    // Until the end of the connection has been heard here too.
    await new Promise(setImmediate);
    await handle.execute('select 1');
  });
  await expect(lost).rejects.toThrow(/connection|query/i);
  expect(await payload.count({ collection: 'readers' })).toEqual({ totalDocs: 0 });
});
