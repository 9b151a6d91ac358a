/** What the desk has made of a reader's comments. */
export interface TrackRecord {
  /** Public ones that the desk has approved, since the last that was turned away; counted no further than the policy asks. */
  approvedSinceRefusal: number;
  /** Whether one was ever turned away. */
  wasRefused: boolean;
}

export type Standing = 'trusted' | 'new' | 'distrusted';

/** Trust is earned by approved comments and lost by one that is turned away; then it is earned anew. */
export function standingOf({ approvedSinceRefusal, wasRefused }: TrackRecord, trustAfter: number): Standing {
  if (approvedSinceRefusal >= trustAfter) return 'trusted';
  return wasRefused ? 'distrusted' : 'new';
}
