import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

test.each([
  [`<p>One &lt;b&gt; &amp; "two"<br>'three'</p><p>four &amp;amp;</p>`, `One <b> & "two" 'three' four &amp;`],
  ['<blockquote><p>She said</p></blockquote><p>A f<em>oo</em>l</p>', 'She said A fool'],
])('%j as text', (html, text) => expect(excerptOf(html)).toBe(text));

test('it is cut between words', () => expect(excerptOf('<p>The bridge is closed</p>', 15)).toBe('The bridge is…'));

test('a word without end is cut all the same', () =>
  expect(excerptOf(`<p>${'a'.repeat(200)}</p>`, 10)).toBe('aaaaaaaaaa…'));

test('no character is cut in half', () => expect(excerptOf('<p>🌧🌧🌧</p>', 2)).toBe('🌧🌧…'));
