import { dirname } from 'node:path'
import { z } from 'zod'
import { parseBase64, randomBytes, toBase64 } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { type FileSystem, PartialOutput, realFileSystem, syncFolder } from '../files/index.ts'
import { KEY_FILE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { parseStrictJson } from '../strict-json.ts'
import { accessWarnings, type KeyWarning } from './access-warnings.ts'
import { formatOf } from './card.ts'
import { readSmallFile } from './read-small-file.ts'

const FORMAT = 'datadeed/pseudonym-key/v1'
const KEY_BYTES = 32

const schema = z.strictObject({ format: z.literal(FORMAT), key: z.string() })

/** A key of pseudonyms in a file of its owner's, or one that is to have such a file. */
export interface PseudonymKeyFile {
  readonly path: string
  readonly key: Uint8Array
  /** There was no such file: the key was made up, and is written by `writePseudonymKeys`. */
  readonly isNew: boolean
  readonly warnings: readonly KeyWarning[]
}

/**
 * Opens a key of pseudonyms, or makes one up where there is no such file.
 * @throws DatadeedError IO_READ, LIMIT; USAGE for another file in its place; DAMAGED, UNSUPPORTED
 */
export async function openPseudonymKey(path: string): Promise<PseudonymKeyFile> {
  const shown = printable(path)
  const tooLarge = (): DatadeedError =>
    new DatadeedError('LIMIT', say().identity.keyTooLarge({ path: shown, most: KEY_FILE_BYTES }))
  try {
    const { bytes, mode } = await readSmallFile(path, KEY_FILE_BYTES, tooLarge)
    return { path, key: parseKey(bytes, shown), isNew: false, warnings: accessWarnings(shown, mode) }
  } catch (error) {
    if (!isMissing(error)) throw error
    return { path, key: randomBytes(KEY_BYTES), isNew: true, warnings: [] }
  }
}

/** New key files, each its owner's only; they go again when this is disposed before `keep`. */
export class NewPseudonymKeys implements AsyncDisposable {
  readonly #outputs: PartialOutput[] = []

  /**
   * Writes those of the keys that are new: before the deed has its name, so that none is without its key.
   * @throws DatadeedError EXISTS if another run made one meanwhile, NOSPACE, IO_WRITE
   */
  static async write(
    keys: Iterable<PseudonymKeyFile>,
    files: FileSystem = realFileSystem,
  ): Promise<NewPseudonymKeys> {
    await using stack = new AsyncDisposableStack()
    const written = stack.use(new NewPseudonymKeys())
    for (const { path, key, isNew } of keys) if (isNew) await written.#write(path, key, files)
    stack.move()
    return written
  }

  keep(): void {
    for (const output of this.#outputs) output.keep()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const output of this.#outputs) await output[Symbol.asyncDispose]()
  }

  async #write(path: string, key: Uint8Array, files: FileSystem): Promise<void> {
    const output = new PartialOutput(path, 'file', files)
    this.#outputs.push(output)
    const file = await output.createFile('owner-only')
    await file.append(renderPseudonymKey(key))
    await file.sync()
    await file.close()
    await output.publish()
    await syncFolder(files, dirname(path), path)
  }
}

/** The bytes of a key file. */
export function renderPseudonymKey(key: Uint8Array): Uint8Array {
  return Buffer.from(`${JSON.stringify({ format: FORMAT, key: toBase64(key) }, null, 2)}\n`)
}

function parseKey(bytes: Uint8Array, path: string): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart()
  if (!start.startsWith('{')) throw notAKey(path)
  const what = say().identity.thePseudonymKey({ path })
  const value = parseStrictJson(bytes, what)
  const format = formatOf(value)
  if (!format.startsWith('datadeed/pseudonym-key/')) throw notAKey(path)
  if (format !== FORMAT) {
    const hints = [say().identity.cardVersionHint]
    throw new DatadeedError('UNSUPPORTED', say().identity.keyVersion({ path, expected: FORMAT }), { hints })
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    throw new DatadeedError('DAMAGED', say().identity.keyDamaged({ path, fields: ['key'] }))
  return parseBase64(parsed.data.key, what, KEY_BYTES)
}

function notAKey(path: string): DatadeedError {
  return new DatadeedError('USAGE', say().identity.notAPseudonymKey({ path }), {
    hints: [say().identity.pseudonymKeyHint],
  })
}

/** Nothing has the name; a dangling link has it, and is an error. */
function isMissing(error: unknown): boolean {
  const cause = error instanceof DatadeedError ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}
