import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const forum = ['src/**/{acts,queries}.test.ts', '{src,test}/**/*.forum.test.ts'];
const journeys = 'test/journeys/*.test.ts';
const one = { isolate: false, pool: 'forks', maxWorkers: 1 } as const;

// scripts/test.ts chooses the projects that this machine can run.
export default defineConfig({
  plugins: [svelte()],
  test: {
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
          ...one,
          name: 'embedded',
          include: forum,
          env: { FORUM_ON: 'embedded' },
          globalSetup: 'test/prepare.ts',
        },
      },
      { extends: true, test: { ...one, name: 'postgres', include: forum, env: { FORUM_ON: 'postgres' } } },
      {
        extends: true,
        test: { ...one, name: 'journeys', retry: 1, include: [journeys], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
