import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** The rules of Markdown that readers have. Headings, lists, images, tables and HTML are text like any other. */
const rules = ['blockquote', 'emphasis', 'link', 'autolink', 'linkify', 'backticks', 'escape', 'newline'];

const markdown = new MarkdownIt('zero', { html: false, linkify: true, breaks: true }).enable(rules);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
for (const scheme of ['ftp:', 'mailto:', '//']) markdown.linkify.add(scheme, null);
markdown.validateLink = (url) => /^https?:\/\//i.test(url) && URL.canParse(url);
// As it was typed: an address in look-alike letters is not made to look like the other one.
markdown.normalizeLinkText = (url) => url;
// A link without an address is text as it was typed.
markdown.core.ruler.after('inline', 'address', ({ tokens }) => {
  for (const { children } of tokens) {
    let isText = false;
    for (const token of children ?? []) {
      if (token.type === 'link_open') isText = !token.attrGet('href');
      if (!isText || !token.type.startsWith('link_')) continue;
      token.content = token.type === 'link_open' ? '[' : ']()';
      token.type = 'text';
    }
  }
});

/** A quote in a quote in a quote, and no deeper. */
const deepQuote = /^(?: {0,3}>){4,}/;
const isQuote = (line: string | undefined) => line !== undefined && /^ {0,3}>/.test(line);

/** What is said right below a quote is an answer to it; CommonMark would take it into the quote. */
function endQuotes(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(deepQuote, '>>>'));
  return lines.map((line, at) => (isQuote(lines[at - 1]) && !isQuote(line) ? `\n${line}` : line)).join('\n');
}

/** What may stand in a comment whatever the Markdown made of it, so that a mistake there lets nothing through. */
const allowed = (ownHost: string): sanitizeHtml.IOptions => ({
  allowedTags: ['p', 'br', 'em', 'strong', 'blockquote', 'code', 'a'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  transformTags: {
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: { href, ...(URL.parse(href)?.hostname !== ownHost && { rel: 'nofollow ugc noopener' }) },
    }),
  },
});

function render(body: string, ownHost: string): string {
  const html = markdown.render(endQuotes(body)).replaceAll('\n', '');
  return sanitizeHtml(html, allowed(ownHost)).replaceAll('<br />', '<br>');
}

/** How many texts are kept with their HTML: a thread that many read is the same texts again and again. */
const kept = 2_000;
const rendered = new Map<string, string>();

/**
 * A reader's text as HTML that is safe to be set into a page: paragraphs, line breaks, quotes, emphasis, code and links.
 * @param publicURL The site's own origin; search engines may follow links to it.
 */
export function commentHtml(body: string, publicURL: string): string {
  return htmlOn(body, new URL(publicURL).hostname);
}

/** The same, on the site of a host. */
export function htmlOn(body: string, ownHost: string): string {
  const key = `${ownHost}\n${body}`;
  const html = rendered.get(key) ?? render(body, ownHost);
  // The first is then what nobody asked for in the longest time.
  rendered.delete(key);
  rendered.set(key, html);
  if (rendered.size > kept) rendered.delete(rendered.keys().next().value!);
  return html;
}
