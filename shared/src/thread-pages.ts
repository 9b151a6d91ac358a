/** How many conversations a full page of a thread has. */
export const threadPageSize = 30;

/** How many replies of a conversation stand in the thread, and on each page of their own behind these. */
export const repliesPageSize = 50;

/** The pages of their own that a thread or a conversation has; none where the last is before the first. */
export interface OwnPages {
  first: number;
  last: number;
}

/**
 * A thread is cut from the oldest. The newest conversations stand under the article: a full page and what is too little for
 * another one, so that an article never shows one comment alone of many.
 */
export const pagesOfThread = (conversations: number): OwnPages => ({
  first: 1,
  last: Math.max(0, Math.floor(conversations / threadPageSize) - 1),
});

/** The first replies of a conversation stand in the thread. */
export const pagesOfConversation = (replies: number): OwnPages => ({
  first: 2,
  last: Math.max(1, Math.ceil(replies / repliesPageSize)),
});
