import { answers, documentCache, type DocumentCache } from '../snapshot/answers.ts';
import type { Clock } from '../snapshot/clock.ts';
import type { Dependency } from '../snapshot/keys-of-change.ts';
import type { Snapshot } from '../snapshot/open.ts';
import type { Questions } from '../snapshot/questions.ts';
import type { Bundle } from './bundle.ts';

/** What a page asked the snapshot for, the paths that it may link to, and its bytes or why there are none. */
export type Rendered = { dependencies: Dependency[]; shown: string[] } & ({ bytes: Uint8Array } | { failed: string });

export interface Renderer {
  /** @param through What the page asks instead of the snapshot, for what is not published yet. */
  render(path: string, through?: (ask: Questions) => Questions): Promise<Rendered>;
  /** Whether the bundle has a page for the path. */
  serves(path: string): boolean;
  cache: DocumentCache;
  /** What time it is for pages. */
  clock: Clock;
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

/** Pages that are sent with the status that they are named after. */
const errorPage = /^\/(404|410|500)\.html$/;

/** Turns paths into the bytes of their files. */
export function openRenderer({ app, origin, fixed }: Bundle, snapshot: Snapshot, clock: Clock): Renderer {
  const cache = documentCache();
  const routeOf = (path: string, request: Request) => fixed.get(path) ?? app.match(request);
  // Astro gives its error pages the address of a folder, in the static build too.
  const requestTo = (path: string) => new Request(origin + path.replace(errorPage, '/$1/'));
  return {
    cache,
    clock,
    serves: (path) => routeOf(path, requestTo(path)) !== undefined,
    async render(path, through = (ask) => ask) {
      const request = requestTo(path);
      const routeData = routeOf(path, request);
      const dependencies: Dependency[] = [];
      const shown: string[] = [];
      if (!routeData) return { failed: 'The site has no page for this path.', dependencies, shown };
      // Astro turns what a page throws into an answer; the answer's cause is only in what it logs.
      let thrown: unknown;
      const locals = {
        snapshot: through(
          answers(
            snapshot,
            (key) => dependencies.push(key),
            cache,
            (path) => shown.push(path),
            clock,
          ),
        ),
        failed: (error: unknown) => (thrown = error),
      };
      try {
        const response = await app.render(request, { locals, routeData });
        const expected = errorPage.exec(path)?.[1] ?? '200';
        if (String(response.status) !== expected) {
          const failed = thrown ? sentence(thrown) : `The page answered ${response.status}.`;
          return { failed, dependencies, shown };
        }
        return { bytes: new Uint8Array(await response.arrayBuffer()), dependencies, shown };
      } catch (error) {
        return { failed: sentence(error), dependencies, shown };
      }
    },
  };
}
