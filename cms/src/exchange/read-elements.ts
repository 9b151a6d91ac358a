import { SaxesParser } from 'saxes';
import { decode } from './decode.ts';
import { UnreadableFile, type ForeignFile } from './foreign.ts';

/** In UTF-16 code units, without a tag in between. */
const longest = 16 * 1024 * 1024;
const deepest = 100;

/** An element that was asked for, when it ends. */
export interface Element {
  name: string;
  /** Counts the elements of the file from 1. */
  serial: number;
  /** The element that was asked for in which it stands, as far as that has been read. */
  within: Element | undefined;
  attributes: Record<string, string>;
  /** The text of what stands in it, by the names on the way there: `author/name`. */
  text: Record<string, string>;
  /** An attribute of what stands in it: `thread@dsq:id`. */
  attribute: Record<string, string>;
}

/**
 * The elements of a file of XML that have one of the names, each when it ends, so that what stands within one comes before it.
 * Nothing is ever fetched or expanded: a document type and entities of its own are refused.
 * @param names Each with the element that it stands in: `disqus/post`; `/disqus` for the file's own.
 * @param texts Whose text is kept.
 * @throws {@link UnreadableFile} where it is not well formed.
 */
export async function* readElements(
  file: ForeignFile,
  names: ReadonlySet<string>,
  texts: ReadonlySet<string>,
): AsyncGenerator<Element> {
  const ended: Element[] = [];
  const open: { element: Element; path: string[] }[] = [];
  let serial = 0;
  const tags: string[] = [];
  let silence = 0;
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const give = (what: string): never => {
    throw new UnreadableFile(file.name, parser.line, what);
  };
  const keep = (text: string) => {
    silence = 0;
    const top = open.at(-1);
    const path = top?.path.join('/');
    if (top && path !== undefined && texts.has(path)) top.element.text[path] = (top.element.text[path] ?? '') + text;
  };
  parser.on('error', (error) => give(saying(error.message)));
  parser.on('doctype', () => give('It declares a document type, which none of these systems writes. It is not read.'));
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    const isAsked = names.has(`${tags.at(-1) ?? ''}/${name}`);
    if (tags.push(name) > deepest) give('Its elements stand deeper in one another than in any file of this kind.');
    const top = open.at(-1);
    if (isAsked) {
      const within = top?.element;
      open.push({ element: { name, serial: ++serial, within, attributes, text: {}, attribute: {} }, path: [] });
      return;
    }
    if (!top) return;
    top.path.push(name);
    for (const [key, value] of Object.entries(attributes))
      top.element.attribute[`${top.path.join('/')}@${key}`] = value;
  });
  parser.on('closetag', () => {
    silence = 0;
    tags.pop();
    const top = open.at(-1);
    if (!top) return;
    if (top.path.length > 0) top.path.pop();
    else ended.push(open.pop()!.element);
  });
  for await (const piece of decode(file)) {
    silence += piece.length;
    parser.write(piece);
    if (silence > longest) give('There is more text without a tag than in any comment.');
    yield* ended.splice(0);
  }
  parser.close();
  yield* ended.splice(0);
}

/** Without the parser's own place and name. */
function saying(message: string): string {
  const what = message.replace(/^.*?:?\d+:\d+: /, '').replace(/\.$/, '');
  return `This is not well-formed XML (${what}). Was the file cut or edited? Export it again.`;
}
