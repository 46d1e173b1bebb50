import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BUILT } from './built-program.ts'

const ROOT = join(import.meta.dirname, '..')

/** Runs before all tests: child processes and threads of theirs start what users get. */
export function setup(): void {
  const fresh = `${BUILT}-${process.pid}`
  mkdirSync(dirname(fresh), { recursive: true })
  const rolldown = join(ROOT, 'node_modules', 'rolldown', 'bin', 'cli.mjs')
  execFileSync(process.execPath, [rolldown, '-c', '--dir', join(fresh, 'dist')], { cwd: ROOT, stdio: 'pipe' })
  for (const name of ['bin', 'package.json']) cpSync(join(ROOT, name), join(fresh, name), { recursive: true })
  // Another run of the tests may be under way beside this one: what it starts stays where it is.
  if (!isSame(fresh, BUILT)) {
    rmSync(BUILT, { recursive: true, force: true })
    renameSync(fresh, BUILT)
  }
  rmSync(fresh, { recursive: true, force: true })
}

function isSame(one: string, other: string): boolean {
  const list = (folder: string) => globSync('**/*.{js,json,txt}', { cwd: folder }).sort()
  const names = list(one)
  if (names.join('\n') !== list(other).join('\n')) return false
  return names.every((name) => readFileSync(join(one, name)).equals(readFileSync(join(other, name))))
}
