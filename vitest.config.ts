import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const forum = ['src/**/{acts,queries}.test.ts', '{src,test}/**/*.forum.test.ts'];
const journeys = 'test/journeys/*.test.ts';
const shared = { isolate: false, pool: 'forks' } as const;

/** A journey takes minutes and waits for a browser: the others are done beside it. */
class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isJourney = ({ project }: TestSpecification) => project.name === 'journeys';
    return [...sorted.filter(isJourney), ...sorted.filter((file) => !isJourney(file))];
  }
}

// scripts/test.ts chooses the projects that this machine can run.
export default defineConfig({
  plugins: [svelte()],
  test: {
    maxWorkers: 3,
    // What a passing test prints tells nobody anything.
    silent: 'passed-only',
    sequence: { sequencer: JourneysFirst },
    // The first test of a worker opens a database, and the machine may be busy.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          isolate: false,
          include: ['{src,test}/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...forum, journeys],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'embedded',
          include: forum,
          env: { FORUM_ON: 'embedded' },
          globalSetup: 'test/prepare.ts',
        },
      },
      { extends: true, test: { ...shared, name: 'postgres', include: forum, env: { FORUM_ON: 'postgres' } } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'journeys',
          retry: 1,
          include: [journeys],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
