import type { Standing } from './publication.ts';

/** A dot, a word and a fact or two. */
export function StandingText({ tone, word, detail }: Standing) {
  return (
    <span className={`dateline-standing dateline-standing--${tone}`}>
      <span className="dateline-standing__word">{word}</span>
      {detail && <span className="dateline-standing__detail">{detail}</span>}
    </span>
  );
}
