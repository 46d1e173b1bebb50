import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'
import { whereTestsWrite } from './test/where-tests-write.ts'

const results = process.env.DATADEED_TEST_RESULTS

/** Tests that need a process of their own: they load, patch or measure what is the whole process's. */
const apart = [
  'test/{disk,package}/**/*.test.ts',
  'test/fuzz/campaign.test.ts',
  'test/hostile/workers.test.ts',
  'test/ingest/xlsx/hostile.test.ts',
  'test/inputs/{growth,surroundings}.test.ts',
]

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
      ...whereTestsWrite(),
    },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/build-program.ts'],
    setupFiles: ['test/packed-threads.ts', 'test/begins-in-english.ts'],
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
})
