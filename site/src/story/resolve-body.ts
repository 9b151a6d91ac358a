import { escapeHtml } from '@dateline/shared/html';

/** What the marks of a body become. */
export interface Resolve {
  /** A person or place that is published; undefined where it is not, and the mention becomes plain text. */
  mention: (kind: 'person' | 'place', ref: string) => { href: string; name: string } | undefined;
  /** The figure's HTML, empty where its image is not published. */
  figure: (ref: string) => string;
}

/**
 * The CMS writes the marks and escapes what is in them, so that their form is fixed. At the head of a footer stands who
 * spoke a quote, by the name that they had when it was published.
 */
const mark =
  /(<footer>)?<dl-(?:mention kind="(person|place)" ref="([^"<>]*)">([^<]*)<\/dl-mention>|figure ref="([^"<>]*)">[^<]*<\/dl-figure>)/g;

type Marked = [whole: string, footer?: string, kind?: 'person' | 'place', ref?: string, text?: string, figure?: string];

/**
 * An article's body as the CMS rendered it, with its mentions linked and its figures shown. Who spoke a quote is named as
 * they are now; a mention keeps the words of the text.
 */
export function resolveBody(html: string, resolve: Resolve): string {
  return html.replace(mark, (...[, footer = '', kind, ref = '', text = '', figure = '']: Marked) => {
    if (!kind) return footer + resolve.figure(figure);
    const found = resolve.mention(kind, ref);
    if (!found) return footer + text;
    return `${footer}<a href="${found.href}">${footer ? escapeHtml(found.name) : text}</a>`;
  });
}
