import { parseInline, type References } from './inline.ts';
import { element, type BlockNode, type LexicalBody } from './lexical.ts';

/**
 * A sample article's text as the Lexical JSON that the CMS stores. Blocks are parted by blank lines:
 * `## heading`, `### heading`, lines of `- item` or `1. item`, `![picture]`, and quotes, whose last line may say
 * who speaks: `> — @slug` for a person, `> — anything else` for a source. Everything else is a paragraph.
 */
export function parseBody(source: string, references: References): LexicalBody {
  let ids = 0;
  const nextId = () => (++ids).toString(16).padStart(24, '0');
  const children = source
    .trim()
    .split(/\n\s*\n/)
    .map((block) => parseBlock(block.trim().split('\n'), references, nextId));
  return { root: { type: 'root', ...element(), children } };
}

function parseBlock(lines: string[], references: References, nextId: () => string): BlockNode {
  const inline = (text: string) => parseInline(text.trim(), references, nextId);
  const first = lines[0] ?? '';

  const heading = /^(##|###) (.+)$/.exec(first);
  if (heading?.[2]) {
    return { type: 'heading', ...element(), tag: heading[1] === '##' ? 'h2' : 'h3', children: inline(heading[2]) };
  }

  const picture = /^!\[([a-z0-9-]+)\]$/.exec(first);
  if (picture?.[1]) {
    const value = references.picture(picture[1]);
    return { type: 'upload', version: 3, id: nextId(), format: '', relationTo: 'media', value, fields: {} };
  }

  if (first.startsWith('> ')) return parseQuote(lines, references, nextId);

  const marker = /^(- |\d+\. )/.exec(first)?.[1];
  if (marker) {
    const bullet = marker === '- ';
    const items = lines.map((line, index) => ({
      type: 'listitem' as const,
      ...element(),
      value: index + 1,
      children: inline(line.replace(/^(- |\d+\. )/, '')),
    }));
    return {
      type: 'list',
      ...element(),
      listType: bullet ? 'bullet' : 'number',
      tag: bullet ? 'ul' : 'ol',
      start: 1,
      children: items,
    };
  }

  return { type: 'paragraph', ...element(), textFormat: 0, textStyle: '', children: inline(lines.join(' ')) };
}

function parseQuote(lines: string[], references: References, nextId: () => string): BlockNode {
  const said = lines.map((line) => line.replace(/^> ?/, ''));
  const by = /^— (?:@(?<speaker>[a-z0-9-]+)|(?<source>.+))$/.exec(said.at(-1) ?? '')?.groups;
  return {
    type: 'block',
    version: 2,
    format: '',
    fields: {
      id: nextId(),
      blockName: '',
      blockType: 'quote',
      text: (by ? said.slice(0, -1) : said).join(' ').trim(),
      speaker: by?.speaker ? references.person(by.speaker) : null,
      source: by?.source ?? null,
    },
  };
}
