import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// The longest first, so that no core waits for one at the end. The first of them makes what others take a copy of; the second,
// which goes on beside it, needs none.
const dearest = ['every-page', 'safe-keeping', 'each-role', 'bad-input', 'empty-states', 'attacks'];

class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = dearest.findIndex((name) => moduleId.endsWith(`/${name}.e2e.ts`));
      return place === -1 ? dearest.length : place;
    };
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

// Two cores is the size to plan for: two workers. Journeys get a process each; all other files share two, which halves the
// time of the small ones: most of it was loading the same modules, reading the same standards and starting the same threads.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes late on a busy machine; a test that is right never waits so long.
    expect: { poll: { timeout: 30_000 } },
    sequence: { sequencer: DearestFirst },
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
          // A page that didn't come in its time is asked for once more, and the last lines name it: whoever reads them sees what is
          // slow or now and then lost. What says something wrong fails at once.
          retry: { count: 1, condition: /Timeout \d+ms exceeded/ },
          globalSetup: ['e2e/journeys.setup.ts'],
        },
      },
    ],
  },
});
