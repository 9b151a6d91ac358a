import { expect, test } from 'vitest';
import { commentHtml } from '../project/comment-html.ts';
import { commentText } from './comment-text.ts';

const text = (html: string, hasLines = false) => commentText(html, { hasLines });

test.each([
  ['<p>One.</p><p>Two &amp; <em>three</em>.</p>', 'One.\n\nTwo & *three*.'],
  ['One<br>two<br><br>three', 'One\ntwo\n\nthree'],
  ['<blockquote><p>Said before.</p><p>Twice.</p></blockquote><p>No.</p>', '> Said before.\n>\n> Twice.\n\nNo.'],
  ['<ul><li>Goats</li><li>Sheep</li></ul>', '- Goats\n- Sheep'],
  ['See <a href="https://example.org/a">this</a>.', 'See [this](https://example.org/a).'],
  ['<a href="https://example.org/a">https://example.org/a</a>', 'https://example.org/a'],
  ['<a href="javascript:alert(1)">Press</a>', 'Press'],
  ['a &lt;script&gt; b', 'a <script> b'],
  ['<script>alert(1)</script>Kept<style>p{}</style>', 'Kept'],
  ['<img src=x onerror=alert(1)>', ''],
  ['<p>Left open <b>bold', 'Left open **bold**'],
  ['<p>\u202Egnp.exe\u0000\u0007</p>', 'gnp.exe'],
  ['\ud800x', '\ufffdx'],
])('%s', (html, expected) => {
  expect(text(html)).toBe(expected);
});

test.each([
  ['5 * 3 * 2 and a_b_c and __init__ and `x`', '<p>5 * 3 * 2 and a_b_c and __init__ and `x`</p>'],
  [
    '[not](https://example.org) a link',
    '<p>[not](<a href="https://example.org" rel="nofollow ugc noopener">https://example.org</a>) a link</p>',
  ],
  ['&gt; no quote', '<p>&gt; no quote</p>'],
  ['A path: C:\\*.txt \\ end', '<p>A path: C:\\*.txt \\ end</p>'],
  ['<b> spaced </b>out', '<p><strong>spaced</strong> out</p>'],
  [
    'see https://example.org/a_b_(c)',
    '<p>see <a href="https://example.org/a_b_(c)" rel="nofollow ugc noopener">https://example.org/a_b_(c)</a></p>',
  ],
  [
    '<a href="https://example.org/a(b) c">one [two]</a>',
    '<p><a href="https://example.org/a%28b%29%20c" rel="nofollow ugc noopener">one [two]</a></p>',
  ],
])('what was text is text, and what was marked is marked: %s', (html, expected) => {
  expect(commentHtml(text(html), 'https://courier.example')).toBe(expected);
});

test('lines count where they do at home', () => {
  expect(text('One\ntwo\n\nthree', true)).toBe('One\ntwo\n\nthree');
  expect(text('One\ntwo', false)).toBe('One two');
});

test('what is longer than ours may be is cut, and shows it', () => {
  const cut = text(`<p>${'rain '.repeat(2_000)}</p>`);
  expect(cut).toHaveLength(5_000);
  expect(cut.endsWith('…')).toBe(true);
  expect(text('😀'.repeat(3_000)).isWellFormed()).toBe(true);
});

test('tags without end cost no time', () => {
  const since = performance.now();
  text('<i>'.repeat(1_000_000) + '</b>'.repeat(1_000_000));
  expect(performance.now() - since).toBeLessThan(2_000);
});
