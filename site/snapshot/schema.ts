import { sharded } from './shards.ts';

/** Raised whenever a snapshot of an older program cannot be read by this one; it is then made anew from the feed. */
export const schemaVersion = 11;

/** The tables of a snapshot. Instants are ISO 8601 in UTC, so that text order is time order. */
export const schema = `
create table state (name text primary key, value text not null) without rowid;

create table documents (
  kind text not null, id text not null, slug text, json text not null,
  primary key (kind, id)
);
create index documents_slug on documents (kind, slug, id);
create index documents_shard on documents (substr(id, -1), kind, slug) where kind in ${sharded};

create table articles (
  id text primary key, slug text not null, published text not null, modified text not null,
  month text not null, corrected text, headline text not null, language text not null, sponsored integer not null
) without rowid;
create index articles_published on articles (published, id);
create index articles_month on articles (month, published, id, slug, modified);
create index articles_corrected on articles (corrected, id) where corrected is not null;

create table months (month text primary key, articles integer not null) without rowid;

-- role: author, person, place or topic. An article stands once under each that it names.
create table appearances (
  role text not null, ref text not null, published text not null, article text not null,
  primary key (role, ref, published, article)
) without rowid;

-- list: where a comment stands: its article, or the comment of the first level that it is a reply to.
create table comments (
  id text primary key, list text not null, at text not null, article text not null, removed integer not null,
  pinned integer not null
) without rowid;
create index comments_newest on comments (article, at, id) where removed = 0;
create index comments_list on comments (list, at, id);
create index comments_pinned on comments (list, id) where pinned;
-- entries: of a list. comments: of an article, all that were not removed, on every level.
create table threads (
  list text primary key, article text not null, entries integer not null default 0, comments integer not null default 0
) without rowid;
-- The first entry of each page of a list, cut from the oldest.
create table thread_pages (
  list text not null, page integer not null, at text not null, id text not null, primary key (list, page)
) without rowid;

create table places (id text primary key, parent text, name text not null) without rowid;
create index places_parent on places (parent, name, id);

create table former (kind text not null, slug text not null, id text not null, primary key (kind, slug, id)) without rowid;
create index former_id on former (id);
create table gone (kind text not null, slug text not null, id text not null, primary key (kind, slug, id)) without rowid;
create index gone_id on gone (id);

-- Whom a document was merged into, which then answers for it.
create table merged (kind text not null, id text not null, successor text not null, primary key (kind, id)) without rowid;
create index merged_successor on merged (kind, successor, id);

create table media_files (
  media text not null, name text not null, file text not null, width integer not null, height integer not null,
  mime text not null, primary key (media, name)
) without rowid;

-- What the feed has not told again since it no longer knew the cursor.
create table doubtful (kind text not null, id text not null, primary key (kind, id)) without rowid;

-- hash: of the bytes in place, null where they are unknown. failed: why the last rendering failed.
-- expires: when time alone makes the page untrue, null where it never does.
-- reads: the dependencies that were recorded last, in one text, so that equal ones are not written again.
create table routes (
  id integer primary key, path text not null unique, hash text, failed text, expires text, reads text not null default ''
);
create index routes_expires on routes (expires) where expires is not null;
-- bulk: 1 where the path waits behind publishes, since what touched it touched many.
-- stays: 1 where it is left behind other pages that wait, which lead there: no other change of what it shows hurries it.
create table dirty (path text primary key, bulk integer not null, stays integer not null default 0) without rowid;
create index dirty_bulk on dirty (bulk, path);
create table keys (id integer primary key, key text not null unique);
-- Of a list, a page has read the window from bound up to, but without, ceiling; what sorts outside cannot touch it.
-- Both are null for what is not a list.
create table dependencies (
  key integer not null, route integer not null, bound text, ceiling text, primary key (key, route)
) without rowid;
`;
