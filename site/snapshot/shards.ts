import type { Kind } from '@dateline/shared/feed';

/** The sitemaps of people, places and topics, one for each last digit of an id, which is random and never changes. */
export const shards = '0123456789abcdef'.split('');

export const shardOf = (id: string) => id.slice(-1);

/** The kinds of documents that stand in them, as SQL has them. */
export const sharded = "('person', 'place', 'topic')";

export const isSharded = (kind: Kind) => kind === 'person' || kind === 'place' || kind === 'topic';
