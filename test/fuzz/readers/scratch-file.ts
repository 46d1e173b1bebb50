import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file for readers that take a path; goes when the process does. */
export function scratchFile(name: string): {
  readonly path: string
  readonly write: (bytes: Uint8Array) => string
} {
  const folder = mkdtempSync(join(tmpdir(), 'datadeed-fuzz-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  return {
    path,
    write(bytes) {
      writeFileSync(path, bytes)
      return path
    },
  }
}
