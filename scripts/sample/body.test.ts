import { describe, expect, it } from 'vitest';
import { parseBody } from './body.ts';

const references = {
  person: (slug: string) => `person/${slug}`,
  place: (slug: string) => `place/${slug}`,
  picture: (name: string) => `picture/${name}`,
};
const blocks = (source: string) => parseBody(source, references).root.children;

describe('parseBody', () => {
  it('parts blocks at blank lines and joins the lines of a paragraph', () => {
    expect(blocks('One\nand more.\n\n## Then\n\nTwo.').map((node) => node.type)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
    ]);
    expect(blocks('One\nand more.')).toMatchObject([{ children: [{ type: 'text', text: 'One and more.' }] }]);
  });

  it('makes mentions that hold the id and the text shown', () => {
    expect(blocks('So @ada-oro[Ada] went to #moyale[the town].')).toMatchObject([
      {
        children: [
          { text: 'So ' },
          { type: 'mention', kind: 'person', ref: 'person/ada-oro', text: 'Ada' },
          { text: ' went to ' },
          { type: 'mention', kind: 'place', ref: 'place/moyale', text: 'the town' },
          { text: '.' },
        ],
      },
    ]);
  });

  it('reads links, bold and italic, and gives every link an id of its own', () => {
    const [paragraph] = blocks('[a](/articles/a/) **b** *c* [d](/d/)');
    expect(paragraph).toMatchObject({
      children: [
        { type: 'link', id: '000000000000000000000001', fields: { url: '/articles/a/' }, children: [{ text: 'a' }] },
        { text: ' ' },
        { text: 'b', format: 1 },
        { text: ' ' },
        { text: 'c', format: 2 },
        { text: ' ' },
        { type: 'link', id: '000000000000000000000002' },
      ],
    });
  });

  it('numbers the items of lists', () => {
    expect(blocks('- one\n- two')).toMatchObject([
      { listType: 'bullet', tag: 'ul', children: [{ value: 1 }, { value: 2 }] },
    ]);
    expect(blocks('1. one\n2. two')).toMatchObject([{ listType: 'number', tag: 'ol' }]);
  });

  it('gives a quote its speaker, its source, or neither', () => {
    expect(blocks('> We wait\n> for rain.\n> — @ada-oro')).toMatchObject([
      {
        type: 'block',
        fields: { blockType: 'quote', text: 'We wait for rain.', speaker: 'person/ada-oro', source: null },
      },
    ]);
    expect(blocks('> A saying.\n> — Proverb')).toMatchObject([{ fields: { speaker: null, source: 'Proverb' } }]);
    expect(blocks('> A saying.')).toMatchObject([{ fields: { text: 'A saying.', speaker: null, source: null } }]);
  });

  it('places pictures', () => {
    expect(blocks('![two-boats]')).toMatchObject([{ type: 'upload', relationTo: 'media', value: 'picture/two-boats' }]);
  });

  it('passes on the complaint about a name that nobody has', () => {
    const strict = {
      ...references,
      person: (slug: string): string => {
        throw new Error(`There is no person ${slug}.`);
      },
    };
    expect(() => parseBody('@nobody[Nobody]', strict)).toThrow('There is no person nobody.');
  });
});
