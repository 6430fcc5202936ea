import { defineConfig } from 'vitest/config';

// Two cores is the size to plan for: two workers. Journeys get a process each; all other files share two, which halves the
// time of the small ones: most of it was loading the same modules, reading the same standards and starting the same threads.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['src/**/*.store.test.ts', 'src/**/*.api.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          isolate: false,
          include: ['src/**/*.store.test.ts', 'src/**/*.api.test.ts'],
          testTimeout: 60_000,
          globalSetup: ['src/platform/db/databases.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.e2e.ts'],
          testTimeout: 240_000,
          globalSetup: ['e2e/journeys.setup.ts'],
        },
      },
    ],
  },
});
