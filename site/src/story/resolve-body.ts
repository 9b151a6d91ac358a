/** What the marks of a body become. */
export interface Resolve {
  /** Where the page of a person or place is; undefined where there is none, and the mention becomes plain text. */
  mention: (kind: 'person' | 'place', ref: string) => string | undefined;
  /** The figure's HTML, empty where its image is not published. */
  figure: (ref: string) => string;
}

/** The CMS writes the marks and escapes what is in them, so that their form is fixed. */
const mark =
  /<dl-(?:mention kind="(person|place)" ref="([^"<>]*)">([^<]*)<\/dl-mention>|figure ref="([^"<>]*)">[^<]*<\/dl-figure>)/g;

/** An article's body as the CMS rendered it, with its mentions linked and its figures shown. */
export function resolveBody(html: string, resolve: Resolve): string {
  return html.replace(mark, (_, kind: 'person' | 'place' | undefined, ref: string, text: string, figure: string) => {
    if (!kind) return resolve.figure(figure);
    const href = resolve.mention(kind, ref);
    return href === undefined ? text : `<a href="${href}">${text}</a>`;
  });
}
