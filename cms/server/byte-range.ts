/** Part of a file: from its first to its last byte, both counted from 0. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * The one range of bytes that a client asks for (RFC 9110, 14.1.2). Undefined where the whole file is to be sent: for
 * several ranges, other units, and what cannot be read.
 * @param header `Range`.
 * @param size Of the file, in bytes.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '')
    return Number(to) === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - Number(to)), last: size - 1 };
  const first = Number(from);
  if (to !== '' && Number(to) < first) return undefined;
  if (first >= size) return 'unsatisfiable';
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
