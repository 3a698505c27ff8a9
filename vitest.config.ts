import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,steps,simulators,reports,bench}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for processes of their own: two files side by side use two cores, the default would leave one idle.
    maxWorkers: 2,
  },
});
