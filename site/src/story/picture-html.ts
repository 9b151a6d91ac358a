import { escapeHtml } from '@dateline/shared/html';
import type { Picture } from '../../snapshot/questions.ts';

/** What an `<img>` says of its files: the widest as `src`, for whatever knows no `srcset`. Undefined without a file. */
export function pictureSource({ sizes }: Pick<Picture, 'sizes'>) {
  const widest = sizes.at(-1);
  if (!widest) return undefined;
  const srcset = sizes.length > 1 ? sizes.map(({ src, width }) => `${src} ${width}w`).join(', ') : undefined;
  return { src: widest.src, width: widest.width, height: widest.height, srcset };
}

/** Caption and credit as HTML; empty where there is neither. */
export function captionHtml({ caption, credit }: Pick<Picture, 'caption' | 'credit'>): string {
  const parts = [escapeHtml(caption), credit && `<span class="credit">${escapeHtml(credit)}</span>`].filter(Boolean);
  return parts.length ? `<figcaption>${parts.join(' ')}</figcaption>` : '';
}

/** A picture within a text. `origin` goes before its addresses, for readers of feeds. */
export function figureHtml(picture: Picture, origin = ''): string {
  const source = pictureSource({ sizes: picture.sizes.map((size) => ({ ...size, src: origin + size.src })) });
  if (!source) return '';
  const srcset = source.srcset ? ` srcset="${escapeHtml(source.srcset)}" sizes="(min-width: 46rem) 42rem, 94vw"` : '';
  const image = `<img src="${escapeHtml(source.src)}"${srcset} width="${source.width}" height="${source.height}" alt="${escapeHtml(picture.alt)}" loading="lazy" decoding="async">`;
  return `<figure>${image}${captionHtml(picture)}</figure>`;
}
