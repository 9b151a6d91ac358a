'use client';

import { standing, type Standing } from './publication.ts';
import { usePublication } from './use-publication.ts';

const unknown: Standing = {
  tone: 'bad',
  word: 'Unknown',
  detail: 'The desk could not ask whether it is live. Reload the page.',
};

/** A dot, a word and a fact or two: where a document stands with readers. */
export function StandingNote({ id, isPublished, stamp }: { id: string; isPublished: boolean; stamp: unknown }) {
  const { publication, waited, failed } = usePublication(id, stamp);
  if (publication === null && !failed) return null;
  const { tone, word, detail } = publication === null ? unknown : standing(publication, isPublished, waited);
  return (
    <span className={`dateline-standing dateline-standing--${tone}`} role="status">
      <span className="dateline-standing__word">{word}</span>
      {detail && <span className="dateline-standing__detail">{detail}</span>}
    </span>
  );
}
