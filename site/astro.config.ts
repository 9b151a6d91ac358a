import { defineConfig } from 'astro/config';
import { adapter } from './adapter/adapter.ts';
import { readAstroSettings } from './env.ts';

const { PUBLIC_URL, SITE_OUTPUT, API_UPSTREAM } = readAstroSettings();
const server = SITE_OUTPUT === 'server';
// In development packages are looked up where they are: Vite cannot run CommonJS that it bundles.
const bundling = server && process.argv.includes('build');

export default defineConfig({
  site: PUBLIC_URL,
  output: SITE_OUTPUT,
  ...(server && { adapter: adapter() }),
  // In development the reader API stands behind the same server, and its addresses have no slash at the end.
  trailingSlash: API_UPSTREAM ? 'ignore' : 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Images come in the sizes that the newsroom made; nothing is resized here.
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  devToolbar: { enabled: false },
  server: { host: 'localhost' },
  vite: {
    // In development, what only the reader server has: its API, and the images that the builder has brought.
    ...(API_UPSTREAM && { server: { proxy: { '/api': API_UPSTREAM, '/media': API_UPSTREAM } } }),
    build: {
      // What is inlined would need 'unsafe-inline' or data: in the Content-Security-Policy.
      assetsInlineLimit: 0,
    },
    // The bundle runs from any directory, so nothing in it may be looked up in node_modules.
    ...(bundling && { ssr: { noExternal: true } }),
  },
});
