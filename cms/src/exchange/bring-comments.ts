import { shapes } from '@dateline/shared/feed';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { projectComment } from '../project/comment.ts';
import type { Row } from '../project/row.ts';
import { publicURLOf } from '../public-url.ts';
import { formerReader } from '../readers/anonymise.ts';
import { bringAuthors, ourName } from './bring-authors.ts';
import type { StagedAuthor, StagedComment } from './stage.ts';

/** How the ids of what is brought in are made of what it had elsewhere. */
export interface Ids {
  comment: (key: string) => string;
  author: (key: string) => string;
}

export interface Brought {
  created: number;
  places: number;
  before: number;
  /** What they answer was deleted here since it was brought in. */
  orphan: number;
}

const list = (ids: readonly string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/** Writes a batch in the request's transaction: comments, their readers, and what the site is to be told. */
export async function bringComments(
  req: PayloadRequest,
  batch: readonly StagedComment[],
  authorsOf: (keys: string[]) => StagedAuthor[],
  ids: Ids,
): Promise<Brought> {
  const handle = await transactionHandle(req);
  const named = batch.map((comment) => ({
    ...comment,
    id: ids.comment(comment.key),
    parentId: comment.parent && ids.comment(comment.parent),
    rootId: comment.root && ids.comment(comment.root),
  }));
  const fresh = await idsIn(
    handle,
    sql`insert into imported_comments select * from ${list(named.map(({ id }) => id))} as fresh
        where value not in (select id from comments where id in ${list(named.map(({ id }) => id))})
        on conflict do nothing returning id`,
  );
  const answered = named.flatMap(({ parentId, rootId }) => [parentId, rootId]).filter((id) => id !== null);
  const standing = await idsIn(handle, sql`select id from comments where id in ${list(answered)}`);
  const rows: Named[] = [];
  const orphans: Named[] = [];
  for (const comment of named) {
    if (!fresh.has(comment.id)) continue;
    const isPlaced = [comment.parentId, comment.rootId].every((id) => id === null || standing.has(id));
    (isPlaced ? rows : orphans).push(comment);
    if (isPlaced) standing.add(comment.id);
  }
  await insert(req, rows, authorsOf, ids);
  return {
    created: rows.filter(({ removed }) => !removed).length,
    places: rows.filter(({ removed }) => removed).length,
    before: named.length - fresh.size,
    orphan: orphans.length,
  };
}

type Handle = Awaited<ReturnType<typeof transactionHandle>>;

async function idsIn(handle: Handle, statement: ReturnType<typeof sql>): Promise<Set<string>> {
  const { rows } = await handle.execute(statement);
  return new Set(rows.map(({ id }) => String(id)));
}

type Named = StagedComment & { id: string; parentId: string | null; rootId: string | null };

async function insert(
  req: PayloadRequest,
  comments: readonly Named[],
  authorsOf: (keys: string[]) => StagedAuthor[],
  ids: Ids,
): Promise<void> {
  if (comments.length === 0) return;
  const keys = new Set(comments.filter(({ removed }) => !removed).map(({ author }) => author));
  const authors = authorsOf([...keys].filter((key) => key !== null));
  const readers = await bringAuthors(req, authors, ids.author);
  const names = new Map(authors.map(({ key, name }) => [key, name]));
  const handle = await transactionHandle(req);
  const mayPin = await pinnable(handle, comments);
  const rows = comments.map((comment) => ({
    id: comment.id,
    body: comment.text,
    name: comment.removed ? formerReader : ourName(comment.name || (names.get(comment.author ?? '') ?? '')),
    article: comment.article,
    parent: comment.parentId,
    root: comment.rootId,
    status: comment.removed ? 'removed' : 'published',
    reader: comment.removed || comment.author === null ? null : (readers.get(comment.author) ?? null),
    at: comment.at,
    written: comment.written,
    edited: comment.removed ? null : comment.edited,
    pinned: mayPin(comment),
    pick: !comment.removed && comment.pick === 1,
  }));
  await handle.execute(sql`
    insert into comments
      (id, body, author_name, author_staff, author_person_id, article_id, parent_id, root_id, status, reader_id,
        created_at, published_at, decided_at, edited_at, pinned, pick)
    select fresh.id, fresh.body, fresh.name, coalesce(author.staff, false), author.person_id, article, parent, root,
      fresh.status::enum_comments_status, reader, coalesce(written, at), at, at, edited, fresh.pinned, fresh.pick
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh
      (id uuid, body text, name text, article uuid, parent uuid, root uuid, status text, reader uuid, at timestamptz,
        written timestamptz, edited timestamptz, pinned boolean, pick boolean)
      left join readers author on author.id = fresh.reader`);
  await tellSite(
    req,
    rows.map(({ id }) => id),
  );
}

/** Says whether a comment is the one that is pinned in its thread: what the desk has pinned there stays. */
async function pinnable(handle: Handle, comments: readonly Named[]): Promise<(comment: Named) => boolean> {
  const isPinned = ({ pinned, root, removed }: Named) => pinned === 1 && root === null && !removed;
  const articles = [...new Set(comments.filter(isPinned).map(({ article }) => article))];
  if (articles.length === 0) return () => false;
  // As whoever pins at the desk does, so that one of the two sees the other's.
  await handle.execute(sql`select 1 from articles where id in ${list(articles)} order by id for no key update`);
  const taken = await idsIn(
    handle,
    sql`select article_id as id from comments where pinned and article_id in ${list(articles)}`,
  );
  return (comment) => {
    if (!isPinned(comment) || taken.has(comment.article)) return false;
    taken.add(comment.article);
    return true;
  };
}

async function tellSite(req: PayloadRequest, ids: readonly string[]): Promise<void> {
  const { docs } = await req.payload.db.find<Row>({
    collection: 'comments',
    where: { id: { in: ids } },
    pagination: false,
    joins: false,
    req,
  });
  const changes = docs.map((row) => ({
    op: 'put' as const,
    kind: 'comment' as const,
    document: row.id,
    slug: null,
    formerSlugs: [],
    data: shapes.comment.parse(projectComment(row, publicURLOf(req.payload))),
  }));
  await writeOutbox(req, ...changes);
}
