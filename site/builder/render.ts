import { answers, documentCache, type DocumentCache } from '../snapshot/answers.ts';
import type { Dependency } from '../snapshot/keys-of-change.ts';
import type { Snapshot } from '../snapshot/open.ts';
import type { Bundle } from './bundle.ts';

/** A page's bytes with all that it asked the snapshot for, or why there are none. */
export type Rendered = { bytes: Uint8Array; dependencies: Dependency[] } | { failed: string };

export interface Renderer {
  render(path: string): Promise<Rendered>;
  /** Whether the bundle has a page for the path. */
  serves(path: string): boolean;
  cache: DocumentCache;
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

/** Turns paths into the bytes of their files. */
export function openRenderer({ app, origin, fixed }: Bundle, snapshot: Snapshot): Renderer {
  const cache = documentCache();
  const routeOf = (path: string, request: Request) => fixed.get(path) ?? app.match(request);
  // Astro gives its error pages the address of a folder, in the static build too.
  const requestTo = (path: string) => new Request(origin + path.replace(/^\/(404|500)\.html$/, '/$1/'));
  return {
    cache,
    serves: (path) => routeOf(path, requestTo(path)) !== undefined,
    async render(path) {
      const request = requestTo(path);
      const routeData = routeOf(path, request);
      if (!routeData) return { failed: 'The site has no page for this path.' };
      const dependencies: Dependency[] = [];
      // Astro turns what a page throws into an answer; the answer's cause is only in what it logs.
      let thrown: unknown;
      const locals = {
        snapshot: answers(snapshot, (key) => dependencies.push(key), cache),
        failed: (error: unknown) => (thrown = error),
      };
      try {
        const response = await app.render(request, { locals, routeData });
        const expected = /^\/(404|500)\.html$/.exec(path)?.[1] ?? '200';
        if (String(response.status) !== expected) {
          return { failed: thrown ? sentence(thrown) : `The page answered ${response.status}.` };
        }
        return { bytes: new Uint8Array(await response.arrayBuffer()), dependencies };
      } catch (error) {
        return { failed: sentence(error) };
      }
    },
  };
}
