import { DatabaseSync } from 'node:sqlite';
import type { CommentMarks, Foreign, SkipReason } from './foreign.ts';

/** A comment that is brought in, or whose place is. */
export interface StagedComment {
  key: string;
  article: string;
  parent: string | null;
  root: string | null;
  author: string | null;
  name: string;
  text: string;
  at: string;
  written: string | null;
  edited: string | null;
  pinned: 0 | 1;
  pick: 0 | 1;
  /** Whether only its place is kept. */
  removed: 0 | 1;
}

export interface StagedAuthor {
  key: string;
  name: string;
  email: string | null;
  confirmed: 0 | 1;
}

export interface StagedThread {
  key: string;
  url: string;
  hints: string[];
  comments: number;
}

const schema = `
  create table threads (key text primary key, url text not null, hints text not null, article text) without rowid;
  create table authors (key text primary key, name text not null, email text, confirmed int not null) without rowid;
  create table comments (
    id integer primary key, key text not null unique, thread text not null, parent text, author text, name text not null,
    text text not null, at text, written text, edited text, pinned int not null, pick int not null,
    skip text, removed int not null default 0, root text, depth int);
  create index comments_of_parent on comments (parent);
  create index comments_of_thread on comments (thread);
`;

const unmarked: CommentMarks = { written: null, edited: null, pinned: false, pick: false };

/** The places that stay: of what is left out and was answered, however far down, by what is not. */
const keepPlaces = `
  with recursive above (key) as (
    select parent from comments where skip is null and parent is not null
    union select comments.parent from comments join above on comments.key = above.key where comments.parent is not null
  ) update comments set removed = 1 where skip = 'removed' or (skip is not null and key in (select key from above))`;

const dateTombstones = `
  update comments set at = (select min(answer.at) from comments answer where answer.parent = comments.key)
  where removed = 1 and at is null`;

/** What answers nothing that is there, under the same article, answers the article. */
const cutLoose = `
  update comments set parent = null where parent is not null and not exists (
    select 1 from comments above where above.key = comments.parent and above.thread = comments.thread
      and (above.skip is null or above.removed = 1))`;

/** Two levels: everything below a comment of the first level stands under that one. */
const level = `
  with recursive below (key, root, depth) as (
    select key, null, 0 from comments where parent is null
    union all
    select comments.key, coalesce(below.root, below.key), below.depth + 1 from comments join below on comments.parent = below.key
  ) update comments set root = below.root, depth = below.depth from below where comments.key = below.key`;

/**
 * Keeps what was read on disk, in a nameless file that goes with its process, until all of it is known: files have things in any order, and
 * what is wrong at their end must not leave a half.
 */
export function openStage() {
  const db = new DatabaseSync('');
  db.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -16000; ${schema} begin`);
  const putThread = db.prepare('insert or ignore into threads (key, url, hints) values (?, ?, ?)');
  const putAuthor = db.prepare(
    `insert into authors values (?, ?, ?, ?) on conflict do update
     set name = excluded.name, email = coalesce(excluded.email, email), confirmed = min(confirmed, excluded.confirmed)`,
  );
  const putComment = db.prepare(
    `insert or ignore into comments (key, thread, parent, author, name, text, at, written, edited, pinned, pick, skip)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let twice = 0;
  const count = (sql: string) => Number((db.prepare(sql).get() as { n: number }).n);

  return {
    put(record: Foreign): void {
      if (record.is === 'thread') putThread.run(record.key, record.url, JSON.stringify(record.hints));
      else if (record.is === 'author') putAuthor.run(record.key, record.name, record.email, Number(record.isConfirmed));
      else {
        const { key, thread, parent, author, name, text, at, marks = unmarked, skip } = record;
        const why = skip ?? (text === '' ? 'empty' : at === null ? 'undated' : null);
        const words = why === null ? text : '';
        const more = [marks.written, marks.edited, Number(marks.pinned), Number(marks.pick), why];
        const { changes } = putComment.run(key, thread, parent, author, name, words, at, ...more);
        if (Number(changes) === 0) twice++;
      }
    },
    /** Once all is put: gives each comment its place. */
    arrange(): void {
      for (const sql of [
        keepPlaces,
        dateTombstones,
        'update comments set removed = 0 where at is null',
        cutLoose,
        level,
      ])
        db.exec(sql);
      db.exec("update comments set skip = 'circle', removed = 0 where depth is null");
    },
    /** The threads that have comments. */
    threads(after: string, limit: number): StagedThread[] {
      const rows = db
        .prepare(
          `select * from (
             select thread as key, coalesce(max(url), '') as url, coalesce(max(hints), '[]') as hints, count(*) as comments
             from comments left join threads on threads.key = thread where thread > ? group by thread order by thread limit ?)`,
        )
        .all(after, limit) as unknown as (Omit<StagedThread, 'hints'> & { hints: string })[];
      return rows.map((row) => ({ ...row, hints: JSON.parse(row.hints) as string[] }));
    },
    match(thread: string, article: string): void {
      db.prepare(
        "insert into threads values (?, '', '[]', ?) on conflict do update set article = excluded.article",
      ).run(thread, article);
    },
    /** Comments of matched threads, what is answered before what answers it. */
    *batches(size: number): Generator<StagedComment[]> {
      const page = db.prepare(
        `select comments.id, comments.key, article, parent, root, author, name, text, at, written, edited, pinned, pick, removed, depth
         from comments join threads on threads.key = thread
         where article is not null and (skip is null or removed = 1) and (depth, comments.id) > (?, ?)
         order by depth, comments.id limit ?`,
      );
      for (let after: [number, number] = [-1, 0]; ;) {
        const rows = page.all(...after, size) as unknown as (StagedComment & { id: number; depth: number })[];
        const last = rows.at(-1);
        if (!last) return;
        yield rows;
        after = [last.depth, last.id];
      }
    },
    authors(keys: readonly string[]): StagedAuthor[] {
      return db
        .prepare('select * from authors where key in (select value from json_each(?))')
        .all(JSON.stringify(keys)) as unknown as StagedAuthor[];
    },
    /** How many are left out, by why, before anything is written. */
    skipped(): Partial<Record<SkipReason, number>> {
      const rows = db
        .prepare('select skip, count(*) as n from comments where skip is not null and removed = 0 group by skip')
        .all() as { skip: SkipReason; n: number }[];
      const unmatched = count(
        `select count(*) as n from comments left join threads on threads.key = thread
         where article is null and (skip is null or removed = 1)`,
      );
      return {
        ...Object.fromEntries(rows.map(({ skip, n }) => [skip, n])),
        ...(twice > 0 && { twice }),
        ...(unmatched > 0 && { unmatched }),
      };
    },
    close: () => db.close(),
  };
}

export type Stage = ReturnType<typeof openStage>;
