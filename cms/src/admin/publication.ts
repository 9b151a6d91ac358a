/** What became of a document's last publish, or of its being taken down: how `GET /newsroom/publications/:id` answers. */
export type Publication = {
  /** `none`: nothing was ever handed to the site. `waiting`: handed over, and no builder has told of its page yet. */
  state: 'none' | 'waiting' | 'live' | 'failed';
  op: 'put' | 'remove' | null;
  /** When it was handed over, ISO 8601. */
  at: string | null;
  /** From then until it was live; null where that is not known, or it came with the site's first build. */
  milliseconds: number | null;
  /** How many pages changed with it. */
  pages: number | null;
  /** How many pages of it, or of what came with it, are still to be made. */
  pending: number;
  cause: string | null;
  /** Since it was handed over, in milliseconds; null where it does not wait. */
  waited: number | null;
  /** Who could make it live, told while it waits. */
  builders: BuildersSeen | null;
};

/** What the desk knows of those that build the site. */
export type BuildersSeen = {
  /** Milliseconds since the resident builder was last seen; null where there never was one. */
  residentAgo: number | null;
  /** Builders elsewhere that are called; null where none is set up. */
  elsewhere: {
    /** Milliseconds since a call for this was taken; null before that. */
    calledAgo: number | null;
    /** Why the last call was not taken, in a sentence. */
    failure: string | null;
  } | null;
};

type Tone = 'quiet' | 'busy' | 'good' | 'bad';

/** A word and a sentence for the desk on where a document stands. */
export type Standing = { tone: Tone; word: string; detail?: string };

/** In milliseconds: a resident builder asks the feed at least every 25 seconds. */
export const awayAfter = 45_000;

/** In milliseconds: for how long a page may be on its way before that is worth a word. */
const patience = { nobodyThere: 5_000, atWork: 60_000, elsewhere: 30 * 60_000 };

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(milliseconds < 9_950 ? 1 : 0)} s`;
const counted = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${one}s`);

/** A length of time in the largest unit that it fills: `3 minutes`. */
export function duration(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes < 1) return counted(Math.round(milliseconds / 1000), 'second');
  if (minutes < 60) return counted(Math.floor(minutes), 'minute');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour');
  return counted(Math.floor(minutes / 60 / 24), 'day');
}

/** Why nobody makes a page, and what to do about it; undefined where a builder is at hand, or has been called. */
function absence({ residentAgo, elsewhere }: BuildersSeen): string | undefined {
  if (residentAgo !== null && residentAgo < awayAfter) return undefined;
  if (elsewhere) {
    if (elsewhere.failure !== null) return `It is stored, but no build was started. ${elsewhere.failure}`;
    if ((elsewhere.calledAgo ?? 0) < patience.elsewhere) return undefined;
    return `It is stored. A build was started ${duration(elsewhere.calledAgo ?? 0)} ago and has not ended: see its log.`;
  }
  if (residentAgo === null) {
    return 'It is stored. No builder has asked for it yet: start one with “npm run site:watch”.';
  }
  return `It is stored. The site’s builder has not been seen for ${duration(residentAgo)}: start it again, or see its log.`;
}

/** What goes on while a page waits; undefined where nothing more can be said. */
function progress({ pending, builders }: Publication): string | undefined {
  if (pending > 0) return `${counted(pending, 'page')} to go`;
  const called = builders?.elsewhere?.calledAgo;
  const isAway = (builders?.residentAgo ?? Infinity) >= awayAfter;
  return isAway && typeof called === 'number' ? `A build was started ${duration(called)} ago` : undefined;
}

function waiting(publication: Publication): Standing {
  const { op, waited, builders } = publication;
  const late = op === 'remove' ? 'Not taken down' : 'Not live';
  const away = builders ? absence(builders) : undefined;
  const since = waited ?? 0;
  if (away !== undefined && since >= patience.nobodyThere) return { tone: 'bad', word: late, detail: away };
  const detail = progress(publication);
  if (detail === undefined && !builders?.elsewhere && away === undefined && since >= patience.atWork) {
    const stuck = `The builder is there, but has not finished for ${duration(since)}: see its log.`;
    return { tone: 'bad', word: `${late} yet`, detail: stuck };
  }
  return { tone: 'busy', word: op === 'remove' ? 'Taking down…' : 'Publishing…', detail };
}

/**
 * Where a document stands with readers.
 * @param isPublished Whether the desk holds it as published.
 */
export function standing(publication: Publication, isPublished: boolean): Standing {
  const { state, op, milliseconds, pages, pending, cause } = publication;
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
  if (state === 'waiting') return waiting(publication);
  if (state === 'live' && op === 'put') {
    const facts = [
      milliseconds !== null && seconds(milliseconds),
      pages !== null && counted(pages, 'page'),
      pending > 0 && `${counted(pending, 'more page')} to go`,
    ]
      .filter(Boolean)
      .join(', ');
    return { tone: 'good', word: 'Live', detail: facts || undefined };
  }
  return op === 'remove' ? { tone: 'quiet', word: 'Taken down' } : { tone: 'quiet', word: 'Draft' };
}
