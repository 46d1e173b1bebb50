import { dirname } from 'node:path'
import { type FileSystem, realFileSystem } from './file-system.ts'
import { PartialOutput } from './partial-output.ts'
import { syncFolder } from './sync.ts'

/** A small file that is to be written whole. */
export interface FileToWrite {
  readonly path: string
  readonly content: Uint8Array | string
  /** `owner-only` sets mode 0600 whatever the umask; Windows takes the folder's permissions. */
  readonly access: 'owner-only' | 'shared'
}

/**
 * Writes small new files of one folder, each whole, and all or none of them; one that exists, even as a dangling link, is
 * never touched.
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE
 */
export async function writeNewFiles(
  wanted: readonly FileToWrite[],
  files: FileSystem = realFileSystem,
): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const outputs: PartialOutput[] = []
  for (const each of wanted) {
    const output = stack.use(new PartialOutput(each.path, 'file', files))
    await fill(output, each)
    outputs.push(output)
  }
  for (const output of outputs) await output.publish()
  const [first] = outputs
  if (first !== undefined) await syncFolder(files, dirname(first.target), first.target)
  for (const output of outputs) output.keep()
}

/**
 * Writes one new file piece by piece: whole, or not at all.
 * @throws DatadeedError EXISTS, NOSPACE, IO_WRITE, and what `write` throws
 */
export async function writeNewFile(
  path: string,
  write: (append: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  {
    access = 'shared',
    files = realFileSystem,
  }: { readonly access?: FileToWrite['access']; readonly files?: FileSystem } = {},
): Promise<void> {
  await using output = new PartialOutput(path, 'file', files)
  const file = await output.createFile(access)
  await write((bytes) => file.append(bytes))
  await file.sync()
  await file.close()
  await output.publish()
  await syncFolder(files, dirname(path), path)
  output.keep()
}

/** Puts content under a name at once, its owner's only unless told otherwise. @throws DatadeedError NOSPACE, IO_WRITE */
export async function replaceFile(
  path: string,
  content: Uint8Array | string,
  {
    access = 'owner-only',
    files = realFileSystem,
    beside,
    readBack,
  }: {
    readonly access?: FileToWrite['access']
    readonly files?: FileSystem
    /** On the same file system, where the passing name may stand; else beside `path`. */
    readonly beside?: string
    /** Is given where the new file stands before anything is replaced, and may throw. */
    readonly readBack?: (path: string) => Promise<void>
  } = {},
): Promise<void> {
  await using output = new PartialOutput(path, 'file', files, beside)
  await fill(output, { content, access })
  await readBack?.(output.path)
  await output.replace()
  // The new file has replaced the old one: there is no way back from here.
  output.keep()
  await syncFolder(files, dirname(path), path)
}

async function fill(output: PartialOutput, wanted: Omit<FileToWrite, 'path'>): Promise<void> {
  const file = await output.createFile(wanted.access)
  await file.append(typeof wanted.content === 'string' ? Buffer.from(wanted.content) : wanted.content)
  await file.sync()
  await file.close()
}
