import { describe, expect, it } from 'vitest';
import { pictures } from '../content/pictures.ts';
import { drawPortrait } from './portrait.ts';
import { renderJpeg } from './render.ts';
import { drawScene } from './scenes.ts';

describe('drawScene', () => {
  it('draws the same picture every time, and another one for another seed', () => {
    for (const { scene, palette, seed } of pictures) {
      const drawn = drawScene(scene, palette, seed);
      expect(drawScene(scene, palette, seed)).toBe(drawn);
      expect(drawn).not.toMatch(/undefined|NaN/);
    }
    expect(drawScene('camels', 'dusk', 1)).not.toBe(drawScene('camels', 'dusk', 2));
  });
});

describe('drawPortrait', () => {
  it('tells people apart', () => {
    const drawn = [1, 2, 3, 4].map((seed) => drawPortrait(seed, 'scarf'));
    expect(new Set(drawn).size).toBe(4);
    expect(drawn.join()).not.toMatch(/undefined|NaN/);
  });
});

describe('renderJpeg', () => {
  it('makes a small JPEG', async () => {
    const bytes = await renderJpeg(drawPortrait(1, 'cap'), 480);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(bytes.length).toBeLessThan(100_000);
  });
});
