/** What became of a document's last publish, or of its being taken down: how `GET /newsroom/publications/:id` answers. */
export type Publication = {
  /** `none`: nothing was ever handed to the site. `waiting`: handed over, and no builder has told of it yet. */
  state: 'none' | 'waiting' | 'live' | 'failed';
  op: 'put' | 'remove' | null;
  /** When it was handed over, ISO 8601. */
  at: string | null;
  /** From then until it was live. */
  milliseconds: number | null;
  /** How many pages changed with it. */
  pages: number | null;
  cause: string | null;
};

type Tone = 'quiet' | 'busy' | 'good' | 'bad';

/** A word and a sentence for the desk on where a document stands. */
export type Standing = { tone: Tone; word: string; detail?: string };

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(milliseconds < 9_950 ? 1 : 0)} s`;
const pagesOf = (pages: number) => (pages === 1 ? '1 page' : `${pages} pages`);

/**
 * Where a document stands with readers.
 * @param isPublished Whether the desk holds it as published.
 * @param waited For how long this has been asked, in milliseconds: a site that takes longer is not listening.
 */
export function standing(publication: Publication, isPublished: boolean, waited: number): Standing {
  const { state, op, milliseconds, pages, cause } = publication;
  if (state === 'failed') {
    return {
      tone: 'bad',
      word: 'Not live',
      detail: cause ?? 'The site could not make its page and shows the last good version.',
    };
  }
  if (isPublished && (state === 'none' || (op === 'remove' && state !== 'waiting'))) {
    return {
      tone: 'bad',
      word: 'Not stored',
      detail: 'The desk calls this published, but it was never handed to the site. Publish it again.',
    };
  }
  if (state === 'waiting') {
    const word = op === 'remove' ? 'Taking down…' : 'Publishing…';
    if (waited < 10_000) return { tone: 'busy', word };
    return {
      tone: 'bad',
      word: 'Not live yet',
      detail: 'It is stored. The site’s builder has not reported; check that it runs.',
    };
  }
  if (state === 'live' && op === 'put') {
    const facts = [milliseconds !== null && seconds(milliseconds), pages !== null && pagesOf(pages)]
      .filter(Boolean)
      .join(', ');
    return { tone: 'good', word: 'Live', detail: facts || undefined };
  }
  return op === 'remove' ? { tone: 'quiet', word: 'Taken down' } : { tone: 'quiet', word: 'Draft' };
}
