/** What is worth an alert: so many comments in so many minutes, and so many times what is usual at this hour. */
export const burst = { comments: 10, minutes: 15, times: 4 };
