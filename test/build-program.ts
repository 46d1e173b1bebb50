import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT } from './built-program.ts'

const ROOT = join(import.meta.dirname, '..')

/** Runs before all tests: child processes of theirs start what users get. */
export function setup(): void {
  rmSync(BUILT, { recursive: true, force: true })
  mkdirSync(BUILT, { recursive: true })
  const rolldown = join(ROOT, 'node_modules', 'rolldown', 'bin', 'cli.mjs')
  execFileSync(process.execPath, [rolldown, '-c', '--dir', join(BUILT, 'dist')], { cwd: ROOT, stdio: 'pipe' })
  for (const name of ['bin', 'package.json']) cpSync(join(ROOT, name), join(BUILT, name), { recursive: true })
}
