import { escapeHtml } from '@dateline/shared/html';
import { convertLexicalToHTML, type HTMLConverter, type HTMLConverters } from '@payloadcms/richtext-lexical/html';
import { idOf, textOf } from './reference.ts';
import { safeLink } from './safe-link.ts';

type Nodes = Parameters<Parameters<Extract<HTMLConverter, (...args: never) => string>>[0]['nodesToHTML']>[0]['nodes'];

interface Node {
  type: string;
  children?: Nodes;
  [key: string]: unknown;
}

const bold = 1;
const italic = 2;
const strikethrough = 4;
const code = 16;
const subscript = 32;
const superscript = 64;

const marks: readonly (readonly [bit: number, tag: string])[] = [
  [code, 'code'],
  [subscript, 'sub'],
  [superscript, 'sup'],
  [strikethrough, 's'],
  [italic, 'em'],
  [bold, 'strong'],
];

const plain = (text: unknown) => (typeof text === 'string' ? text : '');

function textHtml(node: Node): string {
  const format = typeof node.format === 'number' ? node.format : 0;
  return marks.reduce(
    (html, [bit, tag]) => (format & bit ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(plain(node.text)),
  );
}

/** A person or place as the published HTML marks it; its text alone where the reference is broken. */
function mentionHtml(kind: unknown, ref: unknown, text: string): string {
  const id = idOf(ref);
  if ((kind !== 'person' && kind !== 'place') || id === null) return escapeHtml(text);
  return `<dl-mention kind="${kind}" ref="${escapeHtml(id)}">${escapeHtml(text)}</dl-mention>`;
}

const element =
  (tag: (node: Node) => string): HTMLConverter<Node> =>
  ({ node, nodesToHTML }) => {
    const inside = nodesToHTML({ nodes: node.children ?? [] }).join('');
    const name = tag(node);
    return inside.trim() === '' ? '' : `<${name}>${inside}</${name}>`;
  };

const link: HTMLConverter<Node> = ({ node, nodesToHTML }) => {
  const inside = nodesToHTML({ nodes: node.children ?? [] }).join('');
  const fields = node.fields as { url?: unknown } | undefined;
  const href = safeLink(fields?.url);
  return href === null ? inside : `<a href="${escapeHtml(href)}" rel="noopener">${inside}</a>`;
};

/** How a speaker is named where the document of the person is not at hand. */
export type NameOf = (person: string) => string;

const quote =
  (nameOf: NameOf): HTMLConverter<Node> =>
  ({ node }) => {
    const fields = node.fields as { text?: unknown; speaker?: unknown; source?: unknown };
    const text = textOf(fields.text);
    if (text === '') return '';
    const paragraphs = text
      .split(/\n{2,}/)
      .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
      .join('');
    const speaker = idOf(fields.speaker);
    const said = [speaker && mentionHtml('person', speaker, nameOf(speaker)), escapeHtml(textOf(fields.source))]
      .filter(Boolean)
      .join(', ');
    return `<blockquote class="said">${paragraphs}${said && `<footer>${said}</footer>`}</blockquote>`;
  };

const converters = (nameOf: NameOf): HTMLConverters =>
  ({
    text: ({ node }: { node: Node }) => textHtml(node),
    linebreak: '<br>',
    tab: ' ',
    paragraph: element(() => 'p'),
    heading: element((node) => (node.tag === 'h3' ? 'h3' : 'h2')),
    list: element((node) => (node.tag === 'ol' ? 'ol' : 'ul')),
    listitem: element(() => 'li'),
    quote: element(() => 'blockquote'),
    horizontalrule: '<hr>',
    link,
    autolink: link,
    mention: ({ node }: { node: Node }) => mentionHtml(node.kind, node.ref, plain(node.text)),
    upload: ({ node }: { node: Node }) => {
      const id = idOf(node.value);
      return id === null ? '' : `<dl-figure ref="${escapeHtml(id)}"></dl-figure>`;
    },
    blocks: { quote: quote(nameOf) },
    // What the body's editor does not offer is not published: only what is inside of it.
    unknown: ({ node, nodesToHTML }: { node: Node; nodesToHTML: (args: { nodes: Nodes }) => string[] }) =>
      nodesToHTML({ nodes: node.children ?? [] }).join(''),
  }) as HTMLConverters;

/**
 * An article's body as published HTML: plain elements without attributes of style, people, places and
 * images marked by their ids.
 * @param body The state of Payload's editor.
 */
export function bodyHtml(body: unknown, nameOf: NameOf): string {
  const data = body as Parameters<typeof convertLexicalToHTML>[0]['data'];
  if (typeof data !== 'object' || data === null || !('root' in data)) return '';
  return convertLexicalToHTML({ data, converters: converters(nameOf), disableContainer: true });
}
