/** What is known of a target when it is decided what to do about it. */
export interface Known {
  told: string | null;
  refused: string | null;
  dueAt: Date | null;
  status: number | null;
}

export type Step = { do: 'rest' } | { do: 'wait'; until: Date; isNew: boolean } | { do: 'call' };

/** In milliseconds: for how long a call is held back, so that publishes in a row make one. */
export const gathering = 3_000;

/** HTTP's word for “never again”. */
const gone = 410;

/**
 * Whether a target is to be called, from when on, or not at all.
 * @param head The feed's end; null while nothing was ever published. What is told is compared with it for equality
 *   alone, so that a database that was restored to an earlier moment is something new too.
 */
export function nextStep({ told, refused, dueAt, status }: Known, head: string | null, now: Date): Step {
  if (head === null) return { do: 'rest' };
  if (dueAt) return dueAt <= now ? { do: 'call' } : { do: 'wait', until: dueAt, isNew: false };
  if (head === told || head === refused || status === gone) return { do: 'rest' };
  return { do: 'wait', until: new Date(now.getTime() + gathering), isNew: true };
}
