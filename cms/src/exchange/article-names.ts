import { documentId, slug } from '@dateline/shared/id';
import { UnreadableFile } from './foreign.ts';

/** What a thread's article may be known by here, the surest first. */
export interface ArticleNames {
  ids: string[];
  slugs: string[];
}

function segmentsOf(url: string): string[] {
  try {
    return new URL(url, 'http://site.invalid').pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** A path's last part as a slug, without what other systems hang on to it. */
const slugIn = (segment: string) =>
  segment
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.(?:html?|php|aspx?)$/, '');

/**
 * The names in the address at which a thread stood, and in what else its file says of it.
 * @param told Where a mapping says something of it: its address, slug or id here. Then nothing else counts.
 */
export function articleNames({ url, hints }: { url: string; hints: readonly string[] }, told?: string): ArticleNames {
  const said = told === undefined ? [...hints, segmentsOf(url).at(-1) ?? ''] : [told, segmentsOf(told).at(-1) ?? ''];
  // The address first: readers stood there.
  const ordered = told === undefined ? said.toReversed() : said;
  return {
    ids: ordered.filter((name) => documentId.safeParse(name).success).map((id) => id.toLowerCase()),
    slugs: [...new Set(ordered.map(slugIn))].filter((name) => slug.safeParse(name).success),
  };
}

/** A mapping of threads to articles: a line each, the thread's address or key, a space, the article's address, slug or id. */
export function parseMapping(text: string): Map<string, string> {
  const mapping = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [from, to, more] = line.trim().split(/\s+/);
    if (!from || from.startsWith('#')) continue;
    if (!to || more)
      throw new UnreadableFile('The mapping', index + 1, 'Write a thread and an article, with a space between.');
    mapping.set(from, to);
  }
  return mapping;
}
