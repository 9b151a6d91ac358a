import type { ProblemCode } from '@dateline/shared/problem';

/** Why a comment waits, by the word that is stored with it; the sentence is the desk's. */
export const holdReasons = {
  article: 'Every comment under this article waits.',
  subject: 'The article mentions somebody or some place whose threads are read first.',
  repeat: 'The same text was posted before.',
  rate: 'Many comments in a short time.',
  links: 'Many links.',
  domain: 'A link to a place that the newsroom watches.',
  words: 'A word that the newsroom watches.',
  'new-reader': 'The reader has too few approved comments yet.',
  distrusted: 'A comment of the reader was turned away lately.',
  reports: 'Readers reported it.',
  external: 'The outside check asked for it.',
  'external-away': 'The outside check did not answer.',
} as const;

export type HoldReason = keyof typeof holdReasons;

/** What becomes of a comment. A refusal's `because` is what its reader is told. */
export type Verdict =
  { do: 'publish' } | { do: 'hold'; because: HoldReason } | { do: 'refuse'; because: ProblemCode; detail?: string };
