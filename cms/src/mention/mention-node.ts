/** What a body can mention, and the collection in which each is kept. */
export const mentionCollections = { person: 'people', place: 'places' } as const;

export type MentionKind = keyof typeof mentionCollections;

/** Somebody or something that a text refers to: `ref` is the document's UUID, `text` the words that stand in the text. */
export type Mention = { kind: MentionKind; ref: string; text: string };

/** A mention as Lexical stores it, inline, in an article's body. */
export type SerializedMentionNode = { type: 'mention'; version: 1 } & Mention;

const isMentionKind = (kind: unknown): kind is MentionKind =>
  typeof kind === 'string' && Object.hasOwn(mentionCollections, kind);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a value is a mention that can be stored: a known kind, a UUID in lower case, and words. */
export function isMention(value: { kind?: unknown; ref?: unknown; text?: unknown }): value is Mention {
  const { kind, ref, text } = value;
  return (
    isMentionKind(kind) && typeof ref === 'string' && uuid.test(ref) && typeof text === 'string' && text.trim() !== ''
  );
}
