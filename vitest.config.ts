import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const results = process.env.DATADEED_TEST_RESULTS

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Threads and child processes load the sources some thousand times; stripping their types once is enough.
    env: {
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'sources'),
      // No test writes into the ledger of whoever runs it, not even one that forgets to say where its own is.
      DATADEED_HOME: join(import.meta.dirname, 'node_modules', '.cache', 'home'),
    },
    maxWorkers: 2,
    globalSetup: ['test/build-program.ts'],
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
})
