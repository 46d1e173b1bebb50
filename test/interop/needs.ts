import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { it } from 'vitest'

/** Like vitest's `it`, without its variants; the body is given the program's path. */
export type NamedTest = (
  name: string,
  body: (program: string) => void | Promise<void>,
  timeoutMs?: number,
) => void

const told = new Set<string>()

/**
 * `it` for tests that run another program. Where that is missing they are skipped, with one line that names its Debian
 * package, and fail instead when DATADEED_TEST_ALL=1, so that a run meant to be whole cannot pass without them.
 */
export function itNeeds(program: string, debianPackage: string): NamedTest {
  return itWith(findProgram(program), `${program} is missing: apt install ${debianPackage}`)
}

/** The same for a program that the caller looked for; `missing` says what to do where it was not found. */
export function itWith(found: string | undefined, missing: string): NamedTest {
  if (found !== undefined) return (name, body, timeoutMs) => it(name, () => body(found), timeoutMs)
  if (process.env.DATADEED_TEST_ALL === '1') {
    return (name) =>
      it(name, () => {
        throw new Error(missing)
      })
  }
  if (!told.has(missing)) process.stderr.write(`skipped: ${missing}\n`)
  told.add(missing)
  return (name) => it.skip(`${name} (${missing})`)
}

/** Where on PATH a program lies. */
export function findProgram(name: string): string | undefined {
  return findPrograms(name)[0]
}

/** Every program of this name on PATH and in the usual folders of a Unix system, in that order. */
export function findPrograms(name: string): string[] {
  const folders = new Set([
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/local/bin',
    '/usr/bin',
    '/bin',
  ])
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name]
  return [...folders]
    .flatMap((folder) => (folder === '' ? [] : names.map((file) => join(folder, file))))
    .filter(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
