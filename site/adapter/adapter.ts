import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compressTree } from '../builder/compress-tree.ts';

/** The adapter of the one render path: the bundle's entry exports the app, and the builder calls it in its own process. */
export const adapter = (): AstroIntegration => ({
  name: 'dateline-renderer',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'dateline-renderer',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./entry.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable' },
      }),
    // Once for every release that is made with the bundle.
    'astro:build:done': ({ dir }) => compressTree(fileURLToPath(dir)),
  },
});
