import type { Page } from 'playwright-core';

/** Every element and attribute of some pages of the site, as a browser reads them, with what their texts are. */
export interface PageParts {
  path: string;
  /** `a`, `a[href]` */
  marks: string[];
  /** What runs, loads or leads where nothing of ours does. */
  odd: string[];
  title: string;
  description: string;
  heading: string;
  standfirst: string;
  corrections: string[];
  pictures: { alt: string; caption: string }[];
  paragraphs: string[];
  links: string[];
  structured: Record<string, unknown>;
}

/** Reads pages of the site's own origin, on which the given one stands. */
export const readAll = (page: Page, paths: string[]): Promise<PageParts[]> =>
  page.evaluate(async (all) => {
    const parser = new DOMParser();
    const read = async (path: string): Promise<PageParts> => {
      const dom = parser.parseFromString(await (await fetch(path)).text(), 'text/html');
      const texts = (selector: string) =>
        Array.from(dom.querySelectorAll(selector), (found) => found.textContent ?? '');
      const one = (selector: string) => texts(selector)[0]?.trim() ?? '';
      const elements = Array.from(dom.querySelectorAll('*'));
      const odd = elements.flatMap((element) => {
        const ours = new URL(location.href).origin;
        const runs = element.localName === 'script' && element.getAttribute('type') !== 'application/ld+json';
        const source = element.getAttribute('src');
        const href = element.localName === 'a' ? (element as HTMLAnchorElement).protocol : 'https:';
        const isOdd =
          (runs && (!source || element.textContent !== '')) ||
          (source !== null && new URL(source, ours).origin !== ours) ||
          !/^(https?|mailto):$/.test(href);
        return isOdd ? [element.outerHTML] : [];
      });
      return {
        path,
        marks: [
          ...new Set(
            elements.flatMap(({ localName, attributes }) => [
              localName,
              ...Array.from(attributes, (attribute) => `${localName}[${attribute.name}]`),
            ]),
          ),
        ],
        odd,
        title: one('title'),
        description: dom.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
        heading: one('h1'),
        standfirst: one('.article-head .standfirst'),
        corrections: texts('.corrections li'),
        pictures: Array.from(dom.querySelectorAll('figure'), (figure) => ({
          alt: figure.querySelector('img')?.getAttribute('alt') ?? '',
          caption: figure.querySelector('figcaption')?.textContent ?? '',
        })),
        paragraphs: texts('.text p'),
        links: texts('main a').map((text) => text.trim()),
        structured: JSON.parse(one('script[type="application/ld+json"]') || '{}') as Record<string, unknown>,
      };
    };
    return await Promise.all(all.map(read));
  }, paths);
