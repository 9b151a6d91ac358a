import type { Article } from '@dateline/shared/article';
import type { Closure } from '@dateline/shared/closure';
import type { Kind } from '@dateline/shared/feed';
import { closuresEnd } from '@dateline/shared/thread-closing';
import { type Key, type Version } from './keys-of-change.ts';
import { predecessorsOf, successorsOf, type Merge } from './merged.ts';
import type { Snapshot } from './open.ts';

/** Closures of whom and what is named, of whom these were merged into, and of who was merged into them. */
const found = `
  with recursive
    named (id) as (select value from json_each(?)),
    led (id) as (select id from named union select successor from led join merged using (id) where kind = 'person'),
    leading (id) as (
      select id from named
      union select merged.id from leading join merged on merged.kind = 'person' and merged.successor = leading.id
    )
  select json ->> 'until' as until from documents
  where kind = 'closure' and id in (select id from led union select id from leading)`;

/** Whom and what an article mentions. Who wrote it is not among them. */
const mentionedIn = (article: Pick<Article, 'mentions' | 'dateline'>) => [
  ...article.mentions.people,
  ...article.mentions.places,
  ...(article.dateline.place ? [article.dateline.place] : []),
];

/** Until when whom or what an article mentions closes its thread: {@link closuresEnd}. */
export function closedUntil({ get, all }: Snapshot, article: Article): number {
  if (!get("select 1 from documents where kind = 'closure' limit 1")) return -Infinity;
  return closuresEnd(all<Pick<Closure, 'until'>>(found, JSON.stringify(mentionedIn(article))));
}

const isAnyClosed = ({ get }: Snapshot, ids: readonly string[]) =>
  get(
    "select 1 from documents where kind = 'closure' and id in (select value from json_each(?)) limit 1",
    JSON.stringify(ids),
  ) !== undefined;

const mentioning = `
  select distinct article from appearances
  where role in ('person', 'place') and ref in (select value from json_each(?)) order by article`;

/** Those under whose name somebody is known. */
const aliasesOf = (snapshot: Snapshot, id: string) => [
  id,
  ...successorsOf(snapshot, 'person', id),
  ...predecessorsOf(snapshot, 'person', id),
];

/** The articles whose threads a change may close or open, beside what the article and the settings say. */
export function keysOfClosing(
  snapshot: Snapshot,
  change: {
    kind: Kind;
    id: string;
    before: Version | undefined;
    after: Version | undefined;
    merge: Merge | undefined;
  },
): Key[] {
  const { kind, id, before, after, merge } = change;
  const under = (ids: readonly string[]) =>
    snapshot
      .all<{ article: string }>(mentioning, JSON.stringify(ids))
      .map(({ article }) => ({ key: `closed:${article}` }));
  if (kind === 'closure') return under(aliasesOf(snapshot, id));
  if (kind === 'person' && merge) {
    const moved = [...aliasesOf(snapshot, id), ...merge.before, ...merge.after];
    return isAnyClosed(snapshot, moved) ? under(moved) : [];
  }
  if (kind === 'article') {
    const [was, is] = [before, after].map((side) => side && closedUntil(snapshot, side.data as Article));
    return was === is ? [] : [{ key: `closed:${id}` }];
  }
  return [];
}
