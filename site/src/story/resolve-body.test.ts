import { expect, test } from 'vitest';
import { resolveBody } from './resolve-body.ts';

const resolve = {
  mention: (kind: string, ref: string) =>
    ref === 'draft' ? undefined : { href: `/${kind}/${ref}/`, name: 'Amina & Daughters' },
  figure: (ref: string) => (ref === 'gone' ? '' : `<figure id="${ref}"></figure>`),
};

test('a mention of what is published becomes a link', () => {
  expect(resolveBody('<p>Said <dl-mention kind="person" ref="amina">Amina &amp; Co</dl-mention>.</p>', resolve)).toBe(
    '<p>Said <a href="/person/amina/">Amina &amp; Co</a>.</p>',
  );
});

test('a mention of what is not published becomes its text', () => {
  expect(resolveBody('<p><dl-mention kind="place" ref="draft">Rhamu</dl-mention></p>', resolve)).toBe('<p>Rhamu</p>');
});

test('who spoke a quote is named as they are now, and by the name of then where they have no page', () => {
  const said = (ref: string) => `<footer><dl-mention kind="person" ref="${ref}">Amina</dl-mention>, in Busia</footer>`;
  expect(resolveBody(said('amina'), resolve)).toBe(
    '<footer><a href="/person/amina/">Amina &amp; Daughters</a>, in Busia</footer>',
  );
  expect(resolveBody(said('draft'), resolve)).toBe('<footer>Amina, in Busia</footer>');
});

test('figures are shown where their image is published', () => {
  expect(resolveBody('<dl-figure ref="a"></dl-figure><dl-figure ref="gone"></dl-figure>', resolve)).toBe(
    '<figure id="a"></figure>',
  );
});

test('neighbouring mentions stay apart, and what follows a dollar sign is kept', () => {
  const two = '<dl-mention kind="place" ref="a">$1</dl-mention><dl-mention kind="person" ref="b">$&amp;</dl-mention>';
  expect(resolveBody(two, resolve)).toBe('<a href="/place/a/">$1</a><a href="/person/b/">$&amp;</a>');
});

test('a text without marks is left alone', () => {
  expect(resolveBody('<p>1 &lt; 2</p>', resolve)).toBe('<p>1 &lt; 2</p>');
});
