import { describe, expect, test } from 'vitest';
import { bodyHtml } from './body-html.ts';
import { bodyReferences } from './body-references.ts';

const person = '01a207b1-4514-759e-8850-71a0387c59f1';
const place = '01a207b1-4514-759e-8850-71a0387c59f2';
const image = '01a207b1-4514-759e-8850-71a0387c59f3';
const text = (words: string, format = 0) => ({ type: 'text', text: words, format });
const body = (...children: object[]) => ({ root: { type: 'root', children } });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const html = (...children: object[]) => bodyHtml(body(...children), () => 'Jane & Co');
const link = (url: unknown) =>
  paragraph({ type: 'link', fields: { url, newTab: true, linkType: 'custom' }, children: [text('here')] });
const quote = (fields: object) => ({ type: 'block', fields: { blockType: 'quote', ...fields } });

describe('a body', () => {
  test.each([
    ['text, escaped', paragraph(text('a < b & "c"')), '<p>a &lt; b &amp; &quot;c&quot;</p>'],
    [
      'marks',
      paragraph(text('b', 1), text('i', 2), text('both', 3), text('u', 8)),
      '<p><strong>b</strong><em>i</em><strong><em>both</em></strong>u</p>',
    ],
    ['headings, of two ranks only', { type: 'heading', tag: 'h1', children: [text('H')] }, '<h2>H</h2>'],
    ['alignment, not', { ...paragraph(text('x')), format: 'center', indent: 2 }, '<p>x</p>'],
    ['empty paragraphs, not', paragraph(text('  ')), ''],
    [
      'lists',
      { type: 'list', tag: 'ol', children: [{ type: 'listitem', value: 1, children: [text('one')] }] },
      '<ol><li>one</li></ol>',
    ],
    ['breaks', paragraph(text('a'), { type: 'linebreak' }, text('b')), '<p>a<br>b</p>'],
    [
      'a mention',
      paragraph({ type: 'mention', kind: 'place', ref: place, text: 'Busia <' }),
      `<p><dl-mention kind="place" ref="${place}">Busia &lt;</dl-mention></p>`,
    ],
    [
      'a mention of no known kind, as text',
      paragraph({ type: 'mention', kind: 'x"', ref: place, text: 'Busia' }),
      '<p>Busia</p>',
    ],
    ['an image', { type: 'upload', relationTo: 'media', value: image }, `<dl-figure ref="${image}"></dl-figure>`],
    [
      'a populated image',
      { type: 'upload', relationTo: 'media', value: { id: image } },
      `<dl-figure ref="${image}"></dl-figure>`,
    ],
    ['what it does not know, by what is inside', { type: 'table', children: [paragraph(text('cell'))] }, '<p>cell</p>'],
  ])('has %s', (_, node, expected) => {
    expect(html(node)).toBe(expected);
  });

  test.each(['https://example.org/?a=1&b=2', 'mailto:desk@example.org', '/articles/x/', '#part', '?q=1'])(
    'links to %s',
    (url) => {
      expect(html(link(url))).toBe(`<p><a href="${url.replace('&', '&amp;')}" rel="noopener">here</a></p>`);
    },
  );

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'ftp://x',
    '',
    7,
    null,
  ])('does not link to %j', (url) => {
    expect(html(link(url))).toBe('<p>here</p>');
  });

  test('has quotes with who said them', () => {
    expect(html(quote({ text: 'One.\n\nTwo <b>', speaker: person, source: 'in Busia' }))).toBe(
      `<blockquote class="said"><p>One.</p><p>Two &lt;b&gt;</p><footer><dl-mention kind="person" ref="${person}">Jane &amp; Co</dl-mention>, in Busia</footer></blockquote>`,
    );
    expect(html(quote({ text: 'Alone' }))).toBe('<blockquote class="said"><p>Alone</p></blockquote>');
    expect(html(quote({ text: ' ' }))).toBe('');
  });

  test.each([null, undefined, 'text', {}, { root: null }])('of %j is empty', (state) => {
    expect(bodyHtml(state, () => '')).toBe('');
  });
});

test('what a body refers to comes once, in order, speakers included', () => {
  const mention = (kind: string, ref: string) => ({ type: 'mention', kind, ref, text: 'x' });
  const state = body(
    paragraph(mention('place', place), mention('person', image)),
    quote({ text: 'x', speaker: { id: person } }),
    { type: 'list', children: [{ type: 'listitem', children: [mention('person', image)] }] },
    { type: 'upload', value: image },
  );
  expect(bodyReferences(state)).toEqual({ people: [image, person], places: [place], media: [image] });
  expect(bodyReferences(null)).toEqual({ people: [], places: [], media: [] });
});
