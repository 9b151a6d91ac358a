import { defineConfig } from 'vitest/config';

const services = {
  globalSetup: ['tests/support/cluster.ts'],
  setupFiles: ['tests/support/at-end.ts'],
  // Each file boots Payload, which keeps its connection on globalThis: a process of its own.
  pool: 'forks' as const,
};

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
          name: 'integration',
          include: ['tests/{integration,property}/**/*.test.ts'],
          ...services,
          testTimeout: 60_000,
          hookTimeout: 240_000,
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
          // One at a time: each has a whole stack and a browser, on two cores.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
