import { expect, test } from 'vitest';
import { readFacts } from '../../cms/src/moderation/facts.ts';
import { connect, query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';

const api = await startReaderApi();
const [hot, quiet] = [await api.publish(), await api.publish()];
const { email } = await api.reader();
const [reader] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [email]);

/** What PostgreSQL has prepared when the facts of a comment were asked for often enough to keep a plan. */
async function prepared(): Promise<{ kept: number; plan: string }> {
  const client = await connect(api.database);
  const asked = { article: quiet.id, reader: reader!.id, fingerprint: 'none', address: '192.0.2.1' };
  // It tries five plans of the values at hand first.
  for (let times = 0; times < 7; times++) await readFacts({ db: { pool: client } } as never, asked);
  const { rows } = await client.query<{ name: string; kept: number }>(
    'select name, generic_plans::int as kept from pg_prepared_statements',
  );
  const [{ name, kept } = { name: '', kept: 0 }] = rows;
  const explained = await client.query<{ 'QUERY PLAN': string }>(
    `explain execute "${name}" ('${quiet.id}', '${reader!.id}', 'none', null, null)`,
  );
  return { kept, plan: explained.rows.map((row) => row['QUERY PLAN']).join('\n') };
}

test('the question for the facts of a comment is planned once, however unequal threads are', async () => {
  await query(
    api.database,
    `insert into comments (id, body, author_name, article_id, status, fingerprint, created_at)
     select gen_random_uuid(), 'From before.', 'Somebody', $1, 'published', n::text, now()
     from generate_series(1, 20000) as n`,
    [hot.id],
  );
  await query(api.database, 'analyze');
  expect((await prepared()).kept).toBe(2);
});

test('what is alike is looked for among the alike, not among all of a day of which PostgreSQL knows nothing yet', async () => {
  await query(api.database, `update comments set created_at = now() - interval '2 days'`);
  await query(api.database, 'analyze');
  expect((await prepared()).plan).toContain('comments_fingerprint_idx');
});

test('where places lie is looked up, and no guess is so dear that PostgreSQL would compile the question each time', async () => {
  await query(
    api.database,
    `with made as (
       insert into places (id, name, _status) select gen_random_uuid(), 'Somewhere ' || n, 'published'
       from generate_series(1, 5000) as n returning id
     ) insert into _places_v (id, parent_id, version__status, latest) select gen_random_uuid(), id, 'published', true from made`,
  );
  await query(api.database, 'analyze');
  const { plan } = await prepared();
  expect(plan).toContain('places_pkey');
  expect(plan).not.toMatch(/Seq Scan on _?places/);
  const [{ dear } = { dear: '' }] = await query<{ dear: string }>(
    api.database,
    "select current_setting('jit_above_cost') as dear",
  );
  expect(Number(/cost=[\d.]+\.\.([\d.]+)/.exec(plan)?.[1])).toBeLessThan(Number(dear));
});
