/**
 * What the reader API adds to a problem, or says of a field, that a thread of comments can show: each has its translation
 * there. `#` stands for a number.
 */
export const details = {
  noArticle: 'There is no such article.',
  commentGone: 'This comment is not there any more.',
  answeredGone: 'The comment that you answer is not there any more.',
  notYours: 'You have no such comment.',
  yourOwn: 'This comment is your own.',
  canDelete: 'You can still delete it.',
  agreeFirst: 'Agree to them on your account page first.',
  termsSince: 'The terms have changed since. Read them again on your account page.',
  characters: 'Write # to # characters.',
  commentLength: 'Write a comment of # to # characters.',
  notText: 'The comment has characters that are not text. Remove them and send it again.',
  email: 'Enter an e-mail address, such as name@example.org.',
  password: 'Enter your password.',
  longPassword: 'That password is longer than any that we accept.',
} as const;

export type Detail = (typeof details)[keyof typeof details];

/** A sentence with its numbers in. */
export function fillIn(sentence: string, ...numbers: (number | string)[]): string {
  const left = [...numbers];
  return sentence.replaceAll('#', () => String(left.shift() ?? ''));
}

/** The sentence in another language, or as it is where there are no words for it. */
export function translate(sentence: string, sentences: Readonly<Record<string, string>>): string {
  const said = sentences[sentence.replace(/\d+/g, '#')];
  return said === undefined ? sentence : fillIn(said, ...(sentence.match(/\d+/g) ?? []));
}
