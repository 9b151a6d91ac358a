import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startChild } from '../../scripts/child.ts';
import { atEnd } from '../support/at-end.ts';
import { freshDatabase, query } from '../support/database.ts';
import { freshDirectory } from '../support/newsroom.ts';

const url = await freshDatabase();
const home = await freshDirectory();
const env = {
  DATABASE_URL: url,
  PAYLOAD_SECRET: randomUUID(),
  MEDIA_DIR: path.join(home, 'media'),
  MAIL_DIR: path.join(home, 'mail'),
  SITE_DIR: path.join(home, 'site'),
};

/** Runs the seeding, and kills it as soon as it says `killAt`. */
async function seed(killAt?: string) {
  const lines: string[] = [];
  const messages: unknown[] = [];
  const child = startChild('scripts/sample/seed.ts', {
    env,
    onLine: (line) => {
      lines.push(line);
      if (killAt && line.startsWith(killAt)) child.process.kill('SIGKILL');
    },
    onMessage: (message) => messages.push(message),
  });
  atEnd(() => child.stop());
  return { code: await child.ended, lines, messages };
}

const published = async () => {
  const rows = await query<{ kind: string; count: string; documents: string }>(
    url,
    'select kind, count(*), count(distinct document) as documents from outbox group by kind',
  );
  return Object.fromEntries(
    rows.map(({ kind, count, documents }) => [kind, { rows: Number(count), documents: Number(documents) }]),
  );
};

it('fills a newsroom, goes on where it was cut short, and keeps away from the work of others', async () => {
  const cut = await seed('Places');
  expect(cut.code).toBeNull();
  expect((await published()).article).toBeUndefined();

  const whole = await seed();
  expect(whole.code).toBe(0);
  expect(whole.messages).toMatchObject([
    { editor: { email: 'editor@newsroom.example', password: expect.any(String) } },
  ]);
  const { article, person, place, topic, media, comment } = await published();
  expect(article).toEqual({ rows: 33, documents: 33 });
  expect(person).toEqual({ rows: 27, documents: 27 });
  expect(place).toEqual({ rows: 29, documents: 29 });
  expect(topic).toEqual({ rows: 7, documents: 7 });
  expect(media?.documents).toBeGreaterThan(40);
  expect(comment?.documents).toBe(51);
  const [story] = await query<{ data: Record<string, unknown> }>(
    url,
    `select data from outbox where kind = 'article' and slug = 'kenya-uk-border-security-memorandum'`,
  );
  expect(story?.data).toMatchObject({ publishedAt: '2026-02-04T13:40:00.000Z', dateline: { date: '2026-02-04' } });

  const again = await seed();
  expect(again.code).toBe(0);
  expect((await published()).article).toEqual({ rows: 33, documents: 33 });

  await query(url, `update users set email = 'somebody@else.example' where email like 'reporter@%'`);
  const refused = await seed();
  expect(refused).toMatchObject({ code: 0, messages: [] });
  expect(refused.lines.join('\n')).toContain('work of its own');
}, 180_000);
