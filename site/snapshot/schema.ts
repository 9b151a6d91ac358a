/** Raised whenever a snapshot of an older program cannot be read by this one; it is then made anew from the feed. */
export const schemaVersion = 1;

/** The tables of a snapshot. Instants are ISO 8601 in UTC, so that text order is time order. */
export const schema = `
create table state (name text primary key, value text not null) without rowid;

create table documents (
  kind text not null, id text not null, slug text, json text not null,
  primary key (kind, id)
);
create index documents_slug on documents (kind, slug, id);

create table articles (
  id text primary key, slug text not null, published text not null, modified text not null,
  month text not null, corrected text
) without rowid;
create index articles_published on articles (published, id);
create index articles_month on articles (month, published, id);
create index articles_corrected on articles (corrected, id) where corrected is not null;
create index articles_slug on articles (slug, published, modified);

create table months (month text primary key, articles integer not null) without rowid;

-- role: author, person, place or topic. An article stands once under each that it names.
create table appearances (
  role text not null, ref text not null, published text not null, article text not null,
  primary key (role, ref, published, article)
) without rowid;
create index appearances_article on appearances (article);

create table comments (id text primary key, article text not null, at text not null, removed integer not null) without rowid;
create index comments_thread on comments (article, at, id);

create table places (id text primary key, parent text, name text not null) without rowid;
create index places_parent on places (parent, name, id);

create table former (kind text not null, slug text not null, id text not null, primary key (kind, slug, id)) without rowid;
create index former_id on former (id);
create table gone (kind text not null, slug text not null, id text not null, primary key (kind, slug, id)) without rowid;
create index gone_id on gone (id);

create table media_files (
  media text not null, name text not null, file text not null, width integer not null, height integer not null,
  mime text not null, primary key (media, name)
) without rowid;

-- hash: of the bytes in place, null where they are unknown. failed: why the last rendering failed.
create table routes (id integer primary key, path text not null unique, hash text, failed text);
create table dirty (path text primary key) without rowid;
-- Of a list, a page has read the window from bound up to, but without, ceiling; what sorts outside cannot touch it.
create table dependencies (
  key text not null, route integer not null, bound text not null, ceiling text not null, primary key (key, route)
) without rowid;
create index dependencies_route on dependencies (route);
`;
