import { join } from 'node:path'
import { z } from 'zod'
import { randomBytes, toHex } from '../../crypto/index.ts'
import { count, hex, parseSchema, sha256Hex } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { makeOwnFolder, replaceFile } from '../../files/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { parseStrictJson } from '../../strict-json.ts'
import { readPaperFile } from './paper-file.ts'

const seenSchema = z.strictObject({
  format: z.literal('datadeed/series-seen/v1'),
  issuer: sha256Hex,
  sequence: count,
  sha256: sha256Hex,
})

const sourceSchema = z.strictObject({
  format: z.literal('datadeed/series-source/v1'),
  /** Of this host alone, 32 bytes in base64. */
  key: z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/),
  /** The deed that the digests are of. */
  manifest: sha256Hex,
  /** Policy, readers and what else makes another deed of the same rows. */
  conditions: sha256Hex,
  tables: z.array(
    z.strictObject({
      name: z.string(),
      size: z.number(),
      early: z.array(hex(32)).readonly(),
      digest: hex(32),
    }),
  ),
})

const hostSchema = z.strictObject({
  format: z.literal('datadeed/series-host/v1'),
  /** 128 random bits, by which this installation takes numbers of the series. */
  host: hex(16),
})

/** The highest link of a series that this computer has seen, and whose series it is; number 0 is the series' paper. */
export type Seen = Omit<z.infer<typeof seenSchema>, 'format'>
/** What the newest deed was made of, for whoever has the key: this host. */
export type SourceMemory = Omit<z.infer<typeof sourceSchema>, 'format'>

/** The folder of an installation for what it knows of its series. */
export function memoryPath(
  home: string,
  series: string,
  what: 'seen' | 'source' | 'host' | 'lock' | 'staging' | 'drills',
): string {
  const ending = ['seen', 'source', 'host'].includes(what) ? '.json' : ''
  return join(home, 'backup', `${series}.${what}${ending}`)
}

/** @throws DatadeedError DAMAGED, IO_READ */
export async function readSeen(home: string, series: string): Promise<Seen | undefined> {
  return readMemory(memoryPath(home, series, 'seen'), seenSchema)
}

/**
 * Undefined, with a warning, for what cannot be read as it is written today: then the next link is a deed, which is
 * remembered anew.
 * @throws DatadeedError IO_READ
 */
export async function readSource(
  { home, warn }: { readonly home: string; readonly warn: (sentence: string) => void },
  series: string,
): Promise<SourceMemory | undefined> {
  const path = memoryPath(home, series, 'source')
  try {
    return await readMemory(path, sourceSchema)
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code === 'IO_READ') throw error
    warn(say().backup.sourceForgotten({ path: printable(path) }))
    return undefined
  }
}

/** What this installation calls itself in a series; drawn when it is asked for first. @throws DatadeedError DAMAGED, NOSPACE, IO_READ, IO_WRITE */
export async function hostId(home: string, series: string): Promise<string> {
  const path = memoryPath(home, series, 'host')
  const known = await readMemory(path, hostSchema)
  if (known !== undefined) return known.host
  const host = toHex(randomBytes(16))
  await writeMemory(home, path, { format: hostSchema.shape.format.value, host })
  return host
}

/** Remembers a link, unless a higher one is known. @throws DatadeedError NOSPACE, IO_WRITE */
export async function rememberSeen(home: string, series: string, seen: Seen): Promise<void> {
  const before = await readSeen(home, series)
  if (before !== undefined && before.sequence >= seen.sequence) return
  const { issuer, sequence, sha256 } = seen
  const document = { format: seenSchema.shape.format.value, issuer, sequence, sha256 }
  await writeMemory(home, memoryPath(home, series, 'seen'), document)
}

/** @throws DatadeedError NOSPACE, IO_WRITE */
export async function rememberSource(home: string, series: string, source: SourceMemory): Promise<void> {
  const document = { format: sourceSchema.shape.format.value, ...source }
  await writeMemory(home, memoryPath(home, series, 'source'), document)
}

async function writeMemory(home: string, path: string, document: unknown): Promise<void> {
  await makeMemoryFolder(home)
  await replaceFile(path, `${JSON.stringify(document)}\n`)
}

export async function makeMemoryFolder(home: string): Promise<void> {
  await makeOwnFolder(join(home, 'backup'))
}

async function readMemory<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  try {
    const bytes = await readPaperFile(path)
    return parseSchema(schema, parseStrictJson(bytes, path), path)
  } catch (cause) {
    if (!(cause instanceof DatadeedError)) throw cause
    if (isMissing(cause)) return undefined
    const hints = [say().backup.memoryHint({ path: printable(path) })]
    throw new DatadeedError(cause.code, say().backup.memoryDamaged({ path: printable(path) }), {
      cause,
      hints,
    })
  }
}

/** That there is no such file, and not that it cannot be read. */
export function isMissing({ code, cause }: DatadeedError): boolean {
  const why = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'IO_READ' && (why === 'ENOENT' || why === 'ENOTDIR')
}
