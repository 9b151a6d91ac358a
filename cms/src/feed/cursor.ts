/** Where somebody who reads the feed stands: the position of a row, and its id. */
export interface Cursor {
  position: number;
  row: string;
}

/** Nothing that the feed can make sense of, or a row that it does not know: the reader starts again from nothing. */
export class CursorUnknown extends Error {}

/** @throws {@link CursorUnknown} */
export function parseCursor(text: string): Cursor {
  const match = /^(\d{1,15}):([0-9a-f-]{36})$/.exec(text);
  if (!match?.[1] || !match[2]) throw new CursorUnknown('This is no cursor.');
  return { position: Number(match[1]), row: match[2] };
}

/** The cursor in the form that builders keep and send. */
export const cursorText = ({ position, row }: Cursor) => `${position}:${row}`;
