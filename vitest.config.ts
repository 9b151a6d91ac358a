import { defineConfig } from 'vitest/config';

const services = {
  globalSetup: ['tests/support/cluster.ts'],
  setupFiles: ['tests/support/at-end.ts'],
  // Each file boots Payload, which keeps its connection on globalThis: a process of its own.
  pool: 'forks' as const,
};

/** How long what is awaited may take, in milliseconds, on a machine that is busy with something else. */
const poll = { timeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,cms,site,scripts,tests/support}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        test: {
          // The builder against a model of the feed: without PostgreSQL, which takes a while to start.
          name: 'builder',
          include: ['tests/builder/**/*.test.ts'],
          setupFiles: services.setupFiles,
          pool: services.pool,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          expect: { poll },
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          ...services,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          expect: { poll },
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...services,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          expect: { poll },
          // Each has a whole stack and a browser, and waits for them most of the time.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
