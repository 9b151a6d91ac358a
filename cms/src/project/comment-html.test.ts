import { escapeHtml } from '@dateline/shared/html';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentHtml } from './comment-html.ts';

const html = (body: string) => commentHtml(body, 'https://news.example.org');
const link = (href: string, text = href) => `<a href="${href}" rel="nofollow ugc noopener">${text}</a>`;

test.each([
  ['One line,\nanother.\n\nThe end.', '<p>One line,<br>another.</p><p>The end.</p>'],
  ['*So*, **so** and `a < b`', '<p><em>So</em>, <strong>so</strong> and <code>a &lt; b</code></p>'],
  ['> She said\n> so.\n\nNo.', '<blockquote><p>She said<br>so.</p></blockquote><p>No.</p>'],
  ['> She said so.\nNo.', '<blockquote><p>She said so.</p></blockquote><p>No.</p>'],
  ['See https://a.example/b?c=1&d.', `<p>See ${link('https://a.example/b?c=1&amp;d')}.</p>`],
  ['[the map](http://a.example)', `<p>${link('http://a.example', 'the map')}</p>`],
  ['<https://a.example>', `<p>${link('https://a.example')}</p>`],
  ['https://news.example.org/x/', '<p><a href="https://news.example.org/x/">https://news.example.org/x/</a></p>'],
  ['http://news.example.org.evil.example', `<p>${link('http://news.example.org.evil.example')}</p>`],
  ['https://аpple.example', `<p>${link('https://xn--pple-43d.example', 'https://аpple.example')}</p>`],
  ['https://xn--pple-43d.example', `<p>${link('https://xn--pple-43d.example')}</p>`],
])('%j', (body, expected) => expect(html(body)).toBe(expected));

test.each([
  '2 * 3 * 4 and snake_case_name',
  '# Not a heading',
  '- no list\n1. nor this',
  '***\n---\n===',
  '[x](javascript:alert(1))',
  '[x](//evil.example) [y](/logout) [z](data:text/html,x) [m](mailto:a@b.example)',
  '[]() and [the map]()',
  'www.a.example, a.example, a@b.example, ftp://a.example',
  '<b onclick=x>bold</b> &copy; &#60;',
  'a | b\n--|--\n1 | 2',
])('is text like any other: %j', (body) =>
  expect(html(body)).toBe(`<p>${escapeHtml(body).replaceAll('&quot;', '"').replaceAll('\n', '<br>')}</p>`),
);

test('quotes are three deep at most, and nothing of them is lost', () =>
  expect(html(`${'>'.repeat(40)} deep`)).toBe(`${'<blockquote>'.repeat(3)}<p>deep</p>${'</blockquote>'.repeat(3)}`));

test('the same text links to a site itself on that site alone', () => {
  const body = 'https://news.example.org/x/';
  const rels = ['https://news.example.org', 'https://other.example', 'https://news.example.org'].map((site) =>
    commentHtml(body, site).includes('rel='),
  );
  expect(rels).toEqual([false, true, false]);
});

test('a text reads the same after thousands of others', () => {
  const before = html('*So*');
  for (let number = 0; number < 2_500; number++) html(`Text ${number}`);
  expect(html('*So*')).toBe(before);
});

const marks = fc.constantFrom(
  '*',
  '_',
  '`',
  '[',
  '](',
  ')',
  '<',
  '>',
  '\n',
  '\n> ',
  '&',
  '"',
  "'",
  '!',
  '\\',
  'https://',
);
const markup = fc.array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 });
const shape =
  /^(?:<\/?(?:p|em|strong|blockquote|code|a)>|<br>|<a href="https?:\/\/[^"<>]*"(?: rel="nofollow ugc noopener")?>|[^<>])*$/;

test('whatever is typed, only these elements come of it', () =>
  fc.assert(
    fc.property(markup, (parts) => {
      expect(html(parts.join(''))).toMatch(shape);
    }),
    { numRuns: 500 },
  ));

const plainLine = fc.stringMatching(/^[\p{L}\p{N}.,:;!?"'&()-]{1,8}( [\p{L}\p{N}.,!?']{1,8}){0,4}$/u);

test('text without marks is paragraphs and breaks and nothing else', () =>
  fc.assert(
    fc.property(fc.array(plainLine, { minLength: 1 }), (lines) => {
      expect(html(lines.join('\n'))).toBe(`<p>${lines.map((line) => line.replaceAll('&', '&amp;')).join('<br>')}</p>`);
    }),
  ));

test.each(['[', '![', '*a_ ', '**a', '`', '<', '[a](', '\n>', 'https://', '&', '\\'])(
  'a text full of %j is read in no time',
  (part) => {
    const begun = performance.now();
    html(part.repeat(5_000 / part.length));
    expect(performance.now() - begun).toBeLessThan(1_000);
  },
);
