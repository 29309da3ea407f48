import { defineConfig } from 'vitest/config';

/** The last guard against a test that hangs, ms: no test is to fail because the machine is busy. */
const HANG = 1_800_000;

export default defineConfig({
  test: {
    // All cores: most of the time is spent in tools that run beside the tests.
    maxWorkers: '100%',
    testTimeout: HANG,
    hookTimeout: HANG,
    projects: [
      // Pure functions: files share one module graph, so that none is read twice.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'tools', include: ['test/tools/**/*.test.ts'] } },
      { extends: true, test: { name: 'cli', include: ['test/cli/**/*.test.ts'] } },
    ],
  },
});
