'use client';

import { standing, type Standing } from './publication.ts';
import { StandingText } from './standing-text.tsx';
import { usePublication } from './use-publication.ts';

const unknown: Standing = {
  tone: 'bad',
  word: 'Unknown',
  detail: 'The desk could not ask whether it is live. Reload the page.',
};

/** Where a document stands with readers, told anew as it changes. */
export function StandingNote({ id, isPublished, stamp }: { id: string; isPublished: boolean; stamp: unknown }) {
  const { publication, failed } = usePublication(id, stamp);
  if (publication === null && !failed) return null;
  return (
    <span role="status">
      <StandingText {...(publication === null ? unknown : standing(publication, isPublished))} />
    </span>
  );
}
