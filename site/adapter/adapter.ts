import type { AstroIntegration } from 'astro';

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
  },
});
