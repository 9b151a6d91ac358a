import { expect, test } from 'vitest';
import { captionHtml, figureHtml, pictureSource } from './picture-html.ts';

const size = (width: number) => ({ src: `/media/${width}.webp`, width, height: width / 2, mime: 'image/webp' });
const picture = { alt: 'A "gate" & fence', caption: 'Noon <here>', credit: 'Drawn', sizes: [size(480), size(1600)] };

test('the widest file stands for those that know no srcset', () => {
  expect(pictureSource(picture)).toEqual({
    src: '/media/1600.webp',
    width: 1600,
    height: 800,
    srcset: '/media/480.webp 480w, /media/1600.webp 1600w',
  });
});

test('one file needs no choice, and none shows nothing', () => {
  expect(pictureSource({ sizes: [size(480)] })?.srcset).toBeUndefined();
  expect(figureHtml({ ...picture, sizes: [] })).toBe('');
});

test('what editors write is escaped', () => {
  expect(figureHtml(picture)).toContain('alt="A &quot;gate&quot; &amp; fence"');
  expect(captionHtml(picture)).toBe('<figcaption>Noon &lt;here&gt; <span class="credit">Drawn</span></figcaption>');
  expect(captionHtml({ caption: '', credit: '' })).toBe('');
});

test('readers of feeds get whole addresses', () => {
  expect(figureHtml(picture, 'https://courier.example')).toContain('src="https://courier.example/media/1600.webp"');
});
