import { lstatSync, readFileSync } from 'node:fs'
import { listAll } from './make-deed.ts'

/** Those of the needles that the bytes hold, whole, in any usual coding. */
export function findLeaks(text: string | Uint8Array, needles: readonly string[]): string[] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text)
  return needles.filter((needle) =>
    [needle, Buffer.from(needle).toString('base64').slice(0, -4), Buffer.from(needle).toString('hex')]
      .map((form) => Buffer.from(form))
      .concat(Buffer.from(needle, 'utf16le'))
      .some((form) => bytes.includes(form)),
  )
}

/** The same over every file below a folder, as `file: needle`; `skip` names what may hold them. */
export function leaksBelow(folder: string, needles: readonly string[], skip: RegExp): string[] {
  return listAll(folder)
    .filter((path) => !skip.test(path) && lstatSync(path).isFile())
    .flatMap((path) => findLeaks(readFileSync(path), needles).map((needle) => `${path}: ${needle}`))
}
