/** The orders in which a thread can be read. Its pages are in the first. */
export const commentOrders = ['newest', 'oldest', 'recommended'] as const;

export type CommentOrder = (typeof commentOrders)[number];
