/** The end of the feed that a call tells of. */
export interface Head {
  cursor: string;
  /** The id of the row that stands there. */
  row: string;
  /** When the row was written. */
  at: Date;
}

/** Somebody to be told that there is something to build. */
export interface Target {
  name: 'webhook' | 'github';
  /** As the desk calls it. */
  title: string;
  /** Where it is, without anything that is secret. */
  place: string;
  /** Of an address whose path may be secret: its hash, so that a corrected one counts as another. */
  addressHash?: string;
  /**
   * The request of one attempt. It names the feed's position, and nothing of what is published.
   * @param request Counts how often somebody asked for a call; a call that was asked for is not taken for a repetition.
   */
  request(head: Head, request: number, now: Date): { url: string; headers: Record<string, string>; body: string };
  /** What an answer that is no success means, and what to do about it. */
  explain(status: number): string;
}

const hashed = ' #';

/** A target's place as it is written down. */
export const standOf = ({ place, addressHash }: Pick<Target, 'place' | 'addressHash'>) =>
  addressHash === undefined ? place : place + hashed + addressHash;

/** Whether what is written down stands at a place, under whatever address. */
export const standsAt = (stand: string, place: string) => stand === place || stand.startsWith(place + hashed);
