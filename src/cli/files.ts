import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { DatadeedError } from '../errors.ts'
import { replaceFile, writeNewFiles } from '../files/index.ts'
import { POLICY_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { readAtMost } from './read-at-most.ts'

/** Refuses to write over anything, before the work begins. */
export function assertNew(path: string | undefined): void {
  if (path === undefined || !existsSync(path)) return
  throw new DatadeedError('EXISTS', say().cli.fileExists({ path: printable(path) }), {
    hints: [say().cli.hintFileExists],
  })
}

/** Refuses an output that nothing can be written to, before the work begins. */
export function assertFolderOf(path: string | undefined): void {
  if (path === undefined) return
  const folder = dirname(path)
  const shown = { folder: printable(folder) }
  const fault = findFolderFault(folder)
  if (fault === undefined) return
  const { noSuchFolder, hintMakeFolder, folderClosed, hintFolderClosed } = say().cli
  throw fault === 'closed'
    ? new DatadeedError('IO_WRITE', folderClosed(shown), { hints: [hintFolderClosed] })
    : new DatadeedError('IO_WRITE', noSuchFolder(shown), { hints: [hintMakeFolder] })
}

function findFolderFault(folder: string): 'missing' | 'closed' | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return 'missing'
  try {
    accessSync(folder, constants.W_OK)
    return undefined
  } catch {
    return 'closed'
  }
}

/** Refuses an output that is one of the inputs or a folder above one, by whatever path: the source is never touched. */
export function assertNotInput(output: string | undefined, inputs: readonly string[]): void {
  if (output === undefined || !existsSync(output)) return
  const real = realpathSync(output)
  for (const input of inputs.filter((path) => existsSync(path)).map((path) => realpathSync(path))) {
    if (input !== real && !input.startsWith(real + sep)) continue
    const { outputIsInput, outputHoldsInput, hintFileExists } = say().cli
    const sentence = input === real ? outputIsInput : outputHoldsInput
    throw new DatadeedError('USAGE', sentence({ path: printable(output) }), { hints: [hintFileExists] })
  }
}

/** Refuses outputs of which one would stand where another does, before the work begins. */
export function assertApart(outputs: readonly (string | undefined)[]): void {
  const seen = new Set<string>()
  for (const path of outputs.filter((output) => output !== undefined)) {
    const place = resolve(path)
    if (seen.has(place)) throw new DatadeedError('USAGE', say().cli.sameOutput({ path: printable(path) }))
    seen.add(place)
  }
}

/** Writes a small new file, whole or not at all (threats M9). */
export async function writeNew(path: string, text: string): Promise<void> {
  await writeNewFiles([{ path, content: text, access: 'shared' }])
}

/** As writeNew, for its owner's eyes. */
export async function writeOwn(path: string, content: Uint8Array | string): Promise<void> {
  await writeNewFiles([{ path, content, access: 'owner-only' }])
}

/**
 * Changes a small text file, whole or not at all; behind a link the file itself. Others may read it afterwards exactly if
 * they could before.
 */
export async function replaceText(path: string, change: (text: string) => string): Promise<void> {
  const real = await realpath(path)
  const text = Buffer.from(await readAtMost(real, POLICY_BYTES + 1)).toString('utf8')
  const shared = ((await stat(real)).mode & 0o044) !== 0
  await replaceFile(real, change(text), { access: shared ? 'shared' : 'owner-only' })
}
