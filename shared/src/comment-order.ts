/** The orders in which a thread can be read. Its pages are in the first. */
export const commentOrders = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  recommended: 'Most recommended',
} as const;

export type CommentOrder = keyof typeof commentOrders;
