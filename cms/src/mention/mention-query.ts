import type { Merge } from '../admin/merges.ts';
import type { Found } from './mention-option.ts';
import { mentionCollections, type MentionKind } from './mention-node.ts';

// A name has at most five words; a longer run after an @ is prose, and the menu gets out of the way.
const trigger = /(^|[\s(“"])(@((?:[^\s@]+ ?){0,5}))$/u;

/** What stands after an `@` before the caret, in the form that Lexical's typeahead menu takes; null where there is none. */
export function matchMention(text: string) {
  const match = trigger.exec(text);
  if (match === null) return null;
  const [, lead = '', replaceableString = '', matchingString = ''] = match;
  return { leadOffset: match.index + lead.length, matchingString, replaceableString };
}

const fields: Record<MentionKind, readonly string[]> = {
  person: ['name', 'honorific', 'roles'],
  place: ['name', 'kind'],
};

/** Where the desk's API answers which documents of a kind have this in their name or an alias. @param api `/admin/api` with its origin. */
export function searchUrl(api: string, kind: MentionKind, query: string): string {
  const search = new URLSearchParams({ depth: '0', limit: '6', sort: 'name', pagination: 'false' });
  const words = query.trim();
  if (words !== '') {
    search.set('where[or][0][name][like]', words);
    search.set('where[or][1][aliases][like]', words);
  }
  for (const field of [...fields[kind], '_status']) search.set(`select[${field}]`, 'true');
  return `${api}/${mentionCollections[kind]}?${search}`;
}

type Document = {
  id: string;
  name?: string | null;
  honorific?: string | null;
  kind?: string | null;
  roles?: { title?: string | null; organisation?: string | null; to?: string | null }[] | null;
  _status?: string | null;
};

/** What the menu says of a document beside its name: the office that a person holds now, or what a place is. */
function noteOn(kind: MentionKind, document: Document): string {
  if (kind === 'place') return document.kind ?? '';
  const role = document.roles?.find((one) => !one.to) ?? document.roles?.[0];
  return [role?.title, role?.organisation].filter(Boolean).join(', ');
}

/** The API's answer as lines of the menu. A document without a name, as an autosave leaves it, cannot be mentioned. */
export function readFound(kind: MentionKind, answer: { docs: Document[] }): Found[] {
  return answer.docs.flatMap((document) =>
    document.name
      ? [
          {
            kind,
            id: document.id,
            name: document.name,
            note: noteOn(kind, document),
            draft: document._status === 'draft',
          },
        ]
      : [],
  );
}

/** Offers, in the place of somebody who was merged, who stands for them now: each once, and nobody who was deleted. */
export function withStandIns(found: readonly Found[], merges: readonly Merge[]): Found[] {
  const mergeOf = ({ kind, id }: Found) => (kind === 'person' ? merges.find(({ person }) => person === id) : undefined);
  const own = found.filter((one) => !mergeOf(one));
  const standIns = found.flatMap((one): Found[] => {
    const merge = mergeOf(one);
    if (!merge || merge.standIn.name === null) return [];
    const { id, name, isPublished } = merge.standIn;
    return [{ ...one, id, name, note: `once ${merge.name}`, draft: !isPublished }];
  });
  return [...new Map([...standIns, ...own].map((one) => [one.id, one])).values()].sort(
    (a, b) => Number(own.includes(b)) - Number(own.includes(a)),
  );
}
