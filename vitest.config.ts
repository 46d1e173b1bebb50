import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const results = process.env.DATADEED_TEST_RESULTS

/** Rooms whose tests start processes, servers and threads, change the environment, or look at what is loaded. */
const APART = ['cli', 'disk', 'hostile', 'inputs', 'interop', 'package', 'postgres']
const apart = APART.map((room) => `test/${room}/**/*.test.ts`)

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: [...apart, '**/node_modules/**'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apart, exclude: ['**/node_modules/**'] } },
    ],
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
