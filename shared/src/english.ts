import type { CommentOrder } from './comment-order.ts';

const orders: Record<CommentOrder, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  recommended: 'Most recommended',
};

/** What a thread of comments says in its forms, and wherever script adds to it. */
export const english = {
  closed: 'Comments on this article are closed.',
  moreReplies: 'More replies',

  removed: 'This comment was removed.',
  notShown: 'This comment is not shown at the moment.',
  inReplyTo: 'In reply to',
  inReplyToHidden: 'In reply to a comment that is not shown',
  inReplyToOther: 'In reply to another comment',
  edited: 'Edited',
  beforeCorrection: (day: string) => `Posted before the correction of ${day}`,
  reply: 'Reply',
  replyTo: (name: string) => `Reply to ${name}`,
  recommend: 'Recommend',
  recommendOf: (name: string) => `Recommend the comment of ${name}`,
  recommended: (count: number) => `${count} ${count === 1 ? 'recommends' : 'recommend'} it`,
  report: 'Report',
  reportOf: (name: string) => `Report the comment of ${name}`,
  author: 'Author of the story',
  staff: 'Staff',
  pick: 'Editor’s pick',
  states: { sending: 'Sending…', held: 'Waiting for a moderator', refused: 'Not accepted', published: '' },

  order: 'Order',
  orders,
  moreComments: 'More comments',
  orderFailed: 'Another order is not to be had at the moment.',
  moreFailed: 'More comments are not to be had at the moment. Try again in a minute.',
  arrived: (count: number) => (count === 1 ? '1 new comment' : `${count} new comments`),

  write: 'Write a comment',
  loggedInAs: 'Logged in as',
  logOut: 'Log out',
  yourComment: 'Your comment',
  yourReply: 'Your reply',
  textHint: '*emphasis*, **strong**, > quote; addresses become links.',
  postComment: 'Post comment',
  postReply: 'Post reply',
  cancel: 'Cancel',
  termsChanged: 'Our terms have changed',
  agree: 'I agree to these terms',
  told: {
    held: 'Your comment is waiting for a moderator. Until then only you see it.',
    published: 'Your comment is published.',
    refused: 'Your comment was not accepted.',
  },
  textKept: 'Your text is kept.',
  sessionEnded: 'Your session has ended.',
  logInAgain: 'Log in again',
  postingPaused: 'Posting is paused. Your text is kept; try again in a minute.',
  onlyReading: 'Posting is paused. Comments can still be read, and your text is kept.',
  recommendingPaused: 'Recommending is paused. Try again in a minute.',
  charactersLeft: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  tooLong: (count: number) =>
    count === 1
      ? 'Too long by 1 character. Shorten it, and send it then.'
      : `Too long by ${count} characters. Shorten it, and send it then.`,
  /** What the reader API says, by its English, in the language of the thread. */
  sentences: {} as Readonly<Record<string, string>>,
  tryAgain: 'Try again',
  failed: 'That did not work.',

  edit: 'Edit',
  delete: 'Delete',
  whatItSays: 'What it says',
  save: 'Save',
  changed: 'Your comment is changed.',
  goneForGood: 'Its words will be gone for good.',
  editOf: (day: string) => `Edit what you wrote on ${day}`,
  deleteOf: (day: string) => `Delete what you wrote on ${day}`,
  deleteIt: 'Delete it',
  keepIt: 'Keep it',
  deleted: 'Your comment is deleted.',

  email: 'E-mail address',
  password: 'Password',
  logIn: 'Log in',
  wrongPassword:
    'That e-mail address and password do not belong together. If you have only just registered, open the link in our mail first.',
  loginPaused: 'Logging in is paused. Try again in a minute.',
  otherLogin: 'Log in with a passkey, or find a password again',
};

export type Words = typeof english;
