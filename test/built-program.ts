import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** The program as it is packed, built once before the tests: a command loads it in half the time that sources take. */
export const BUILT = join(ROOT, 'node_modules', '.cache', 'datadeed')

export const PROGRAM = join(BUILT, 'bin', 'datadeed.js')
