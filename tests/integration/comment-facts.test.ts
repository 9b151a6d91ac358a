import { expect, test } from 'vitest';
import { readFacts } from '../../cms/src/moderation/facts.ts';
import { connect, query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';

test('the question for the facts of a comment is planned once, however unequal threads are', async () => {
  const api = await startReaderApi();
  const [hot, quiet] = [await api.publish(), await api.publish()];
  const { email } = await api.reader();
  const [reader] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [email]);
  await query(
    api.database,
    `insert into comments (id, body, author_name, article_id, status, fingerprint, created_at)
     select gen_random_uuid(), 'From before.', 'Somebody', $1, 'published', n::text, now()
     from generate_series(1, 20000) as n`,
    [hot.id],
  );
  await query(api.database, 'analyze');
  const client = await connect(api.database);
  const asked = { article: quiet.id, reader: reader!.id, fingerprint: 'none', address: '192.0.2.1' };
  // PostgreSQL tries five plans of the values at hand before it keeps one.
  for (let times = 0; times < 7; times++) await readFacts({ db: { pool: client } } as never, asked);
  const { rows } = await client.query('select generic_plans::int as kept from pg_prepared_statements');
  expect(rows).toEqual([{ kept: 2 }]);
});
