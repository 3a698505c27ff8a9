import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,steps,simulators,reports,bench}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
