import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import threads, { Worker, type WorkerOptions } from 'node:worker_threads'
import { BUILT } from './built-program.ts'

const SOURCES = pathToFileURL(join(import.meta.dirname, '..', 'src', '/')).href

/**
 * Threads run their scripts as they are packed, as child processes run the program: a thread that loads some fifty
 * sources takes twice the time of one that loads the build, and the tests start thousands.
 */
class PackedWorker extends Worker {
  constructor(script: string | URL, options?: WorkerOptions) {
    super(packed(script), options)
  }
}

function packed(script: string | URL): string | URL {
  const name = String(script).startsWith(SOURCES) ? /[^/]+(?=\.ts$)/.exec(String(script))?.[0] : undefined
  return name === undefined ? script : pathToFileURL(join(BUILT, 'dist', `${name}.js`))
}

if (threads.Worker.name !== PackedWorker.name) {
  threads.Worker = PackedWorker
  syncBuiltinESMExports()
}
