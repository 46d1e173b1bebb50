import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPrograms, itWith } from './needs.ts'

const READER = join(import.meta.dirname, 'python', 'read_deed.py')
const PACKAGES = 'python3-cryptography python3-zstandard'

/** A Python that has what the independent reader needs: Debian's, wherever else one may lie on PATH. */
const python = findPrograms('python3').find(
  (program) => spawnSync(program, ['-c', 'import cryptography, zstandard'], { stdio: 'ignore' }).status === 0,
)

export const itNeedsPython = itWith(python, `python3 with its packages is missing: apt install ${PACKAGES}`)

/** What the independent reader says of one deed. */
export interface Answer {
  /** The exit code of FORMAT.md; 0 if the deed was read. */
  readonly exit: number
  readonly reason?: string
  readonly signatures?: { readonly ed25519: string; readonly 'ml-dsa-65': string }
  readonly opened?: readonly string[]
  readonly closed?: readonly string[]
  readonly openedBy?: string
  readonly tables?: readonly { readonly name: string; readonly restored: boolean; readonly file?: string }[]
}

/** Answers to many command lines of the independent reader, in one run of it. */
export function readByPython(program: string, jobs: readonly (readonly string[])[]): Answer[] {
  const folder = mkdtempSync(join(tmpdir(), 'datadeed-python-'))
  try {
    const list = join(folder, 'jobs.json')
    writeFileSync(list, JSON.stringify(jobs))
    const words = ['-B', READER, '--jobs', list]
    const told = execFileSync(program, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    return JSON.parse(told) as Answer[]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
