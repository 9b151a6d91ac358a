/** What a reader is told of, and by which field of theirs they say how. */
export const kinds = {
  reply: { field: 'notifyReplies', column: 'notify_replies', label: 'Replies to your comments' },
  decision: { field: 'notifyDecisions', column: 'notify_decisions', label: 'What becomes of your comments' },
} as const;

export type Kind = keyof typeof kinds;

export const preferences = ['immediate', 'digest', 'off'] as const;

export type Preference = (typeof preferences)[number];

/** So many mails of one kind in an hour, and the rest comes with the digest: a hot thread fills no mailbox. */
export const mailsAnHour = 5;

/** How a notification reaches its reader: in a mail of its own, with the others of a day, or on the account page alone. */
export function wayOf(preference: Preference, mailsInTheLastHour: number): Preference {
  return preference === 'immediate' && mailsInTheLastHour >= mailsAnHour ? 'digest' : preference;
}
