import { expect, test } from 'vitest';
import { freshDatabase, query } from '../support/database.ts';

test('two databases of one run know nothing of each other', async () => {
  const [one, other] = [await freshDatabase(), await freshDatabase()];
  await query(one, 'CREATE TABLE only_here (id int)');
  const tables = await query(other, `SELECT 1 FROM information_schema.tables WHERE table_name = 'only_here'`);
  expect(tables).toEqual([]);
});
