import { defineConfig } from 'vitest/config'

const unit = [
  'core/**/*.test.ts',
  'bot/**/*.test.ts',
  'local/**/*.test.ts',
  'server/**/*.test.ts',
  'scripts/**/*.test.ts',
]

/** One project a suite: `npm test` runs them all and prints the count of each. */
export default defineConfig({
  test: {
    // A core is left free otherwise, which of two is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            ...unit,
            'graph/**/*.test.ts',
            'manifest/**/*.test.ts',
            'tests/*.test.ts',
            'tests/{docs,infra}/**/*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'store-pglite',
          include: ['tests/store/**/*.test.ts'],
          env: { STORE_ENGINE: 'pglite' },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'store-postgresql',
          include: ['tests/store/**/*.test.ts'],
          env: { STORE_ENGINE: 'postgresql' },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'bot', include: ['tests/bot/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        test: {
          name: 'microsoft-365',
          include: ['tests/microsoft-365/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
