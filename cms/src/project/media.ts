import type { z } from 'zod';
import { mediaSize, type media } from '@dateline/shared/media';
import { textOf } from './reference.ts';
import type { Row } from './row.ts';

/** The files of an image, by the size's name. */
export function filesOf(row: Row): Map<string, { filename: string; width: number; height: number; mime: string }> {
  const sizes = Object.entries((row.sizes ?? {}) as Record<string, Record<string, unknown>>);
  const files = sizes
    .filter(([, size]) => textOf(size.filename) !== '')
    .map(
      ([name, size]) =>
        [
          name,
          {
            filename: textOf(size.filename),
            width: Number(size.width),
            height: Number(size.height),
            mime: textOf(size.mimeType),
          },
        ] as const,
    )
    .sort(([, a], [, b]) => a.width - b.width);
  return new Map(files);
}

/** An image as the published contract has it: its sizes by width, each width once. */
export function projectMedia(row: Row): z.input<typeof media> {
  const seen = new Set<number>();
  const sizes = [...filesOf(row)].flatMap(([name, { width, height, mime }]) => {
    const size = mediaSize.safeParse({ name, width, height, mime });
    if (!size.success || seen.has(width)) return [];
    seen.add(width);
    return [size.data];
  });
  return {
    id: row.id,
    alt: textOf(row.alt),
    caption: textOf(row.caption),
    credit: textOf(row.credit),
    sizes,
    revision: textOf(row.revision),
  };
}
