import { cleanText } from '@dateline/shared/clean-text';
import { limits } from '@dateline/shared/limits';
import { Parser } from 'htmlparser2';
import { escapeMarks, linkTo } from './marks.ts';

const paragraphs = new Set([
  'p',
  'blockquote',
  'ul',
  'ol',
  'pre',
  'table',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const lines = new Set(['div', 'li', 'tr', 'br', 'hr', 'dt', 'dd']);
const silent = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'noscript',
  'svg',
  'math',
  'title',
  'select',
]);
const stresses = new Map([
  ['em', '*'],
  ['i', '*'],
  ['strong', '**'],
  ['b', '**'],
]);

/** Of a source's HTML; what could stand behind it would be cut anyway, and unclosed tags cost time. */
const longestHtml = 64 * 1024;

/**
 * HTML of another system as a comment's own text, with the marks that ours have: paragraphs, lines, quotes, emphasis, links. It is
 * only ever text again, so nothing in it can act. What is longer than ours may be is cut, and ends with `…`.
 * @param source.hasLines Whether its line ends count, as in WordPress.
 */
export function commentText(html: string, source: { hasLines: boolean }): string {
  const writer = makeWriter();
  let hidden = 0;
  const links: { href: string; from: number }[] = [];
  const stressed: number[] = [];
  const parser = new Parser({
    onopentag(name, { href = '' }) {
      if (silent.has(name)) hidden++;
      if (name === 'blockquote') writer.quote(1);
      else if (paragraphs.has(name)) writer.breakLine(2);
      else if (lines.has(name)) writer.breakLine(1, name === 'br');
      if (name === 'li') writer.write('- ');
      if (name === 'a') links.push({ href, from: writer.length() });
      if (stresses.has(name)) stressed.push(writer.length());
    },
    ontext(text) {
      if (hidden > 0) return;
      for (const [index, line] of (source.hasLines ? text.split('\n') : [text]).entries()) {
        if (index > 0) writer.breakLine(1, true);
        writer.write(escapeMarks(line.replace(/\s+/g, ' ')));
      }
    },
    onclosetag(name) {
      if (silent.has(name)) hidden--;
      if (name === 'blockquote') writer.quote(-1);
      else if (paragraphs.has(name)) writer.breakLine(2);
      else if (lines.has(name) && name !== 'br') writer.breakLine(1);
      // Of several in one another, the outermost.
      const mark = stresses.get(name);
      const from = mark === undefined ? undefined : stressed.pop();
      if (mark && from !== undefined && stressed.length === 0) writer.wrap(from, (said) => mark + said + mark);
      const link = name === 'a' ? links.pop() : undefined;
      if (link && links.length === 0 && /^https?:\/\//i.test(link.href))
        writer.wrap(link.from, (said) => linkTo(link.href, said));
    },
  });
  parser.end(html.slice(0, longestHtml).replace(/\r\n?/g, '\n').toWellFormed());
  const text = cleanText(writer.text());
  return text.length > limits.comment.max || html.length > longestHtml ? `${cutText(text)}…` : text;
}

/** Never in the middle of a character. */
const cutText = (text: string) =>
  text
    .slice(0, limits.comment.max - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();

function makeWriter() {
  let out = '';
  let breaks = 0;
  let depth = 0;
  return {
    length: () => out.length,
    /** Marks what was written since, where it is words of one line. */
    wrap(from: number, mark: (said: string) => string) {
      const all = out.slice(from);
      const said = all.trim();
      if (said && !said.includes('\n')) out = out.slice(0, from) + all.replace(said, () => mark(said));
    },
    /** @param adds Whether two of them make a paragraph. */
    breakLine(count: number, adds = false) {
      breaks = Math.min(2, adds ? breaks + count : Math.max(breaks, count));
    },
    quote(by: number) {
      this.breakLine(2);
      depth = Math.max(0, depth + by);
    },
    write(text: string) {
      const isStart = breaks > 0 || out === '';
      const bare = isStart || out.endsWith(' ') ? text.trimStart() : text;
      if (bare === '') return;
      const said = isStart ? bare.replace(/^>/, '\\>') : bare;
      const mark = '> '.repeat(Math.min(depth, 3));
      if (out === '') out = mark;
      else if (breaks > 0) out = out.trimEnd() + (breaks === 2 ? `\n${mark.trimEnd()}\n` : '\n') + mark;
      breaks = 0;
      out += said;
    },
    text: () => out.trim(),
  };
}
