import { writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { signed } from '../../fixtures/deeds/small-deed.ts'
import { sha256, toHex } from '../../src/crypto/index.ts'
import { openContainer } from '../../src/deed/index.ts'
import {
  buildCentralHeader,
  buildEndRecords,
  buildLocalHeader,
  type ZipEntry,
} from '../../src/deed/zip-records.ts'
import type { OpenedKey } from '../../src/identity/index.ts'

/** An entry of a deed taken apart. */
export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

// biome-ignore lint/suspicious/noExplicitAny: tests write what no type allows
type Json = any

export async function readEntries(path: string): Promise<Entry[]> {
  await using container = await openContainer(path)
  const entries: Entry[] = []
  for (const { name, size } of container.entries) {
    entries.push({ name, bytes: await container.readWhole(name, size) })
  }
  return entries
}

export function bytesOf(entries: readonly Entry[], name: string): Uint8Array {
  const entry = entries.find((candidate) => candidate.name === name)
  if (entry === undefined) throw new Error(`no entry ${name}`)
  return entry.bytes
}

export function replace(entries: readonly Entry[], name: string, bytes: Uint8Array): Entry[] {
  return entries.map((entry) => (entry.name === name ? { name, bytes } : entry))
}

/** A ZIP of any entries, well formed in all else. */
export function packZip(entries: readonly Entry[]): Uint8Array {
  const placed: ZipEntry[] = []
  const parts: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const entry = { name, size: bytes.length, crc32: crc32(bytes), offset }
    const header = buildLocalHeader(entry)
    parts.push(header, bytes)
    placed.push(entry)
    offset += header.length + bytes.length
  }
  const central = Buffer.concat(placed.map(buildCentralHeader))
  return Buffer.concat([
    ...parts,
    central,
    buildEndRecords({ count: placed.length, size: central.length, offset }),
  ])
}

export async function writeZip(path: string, entries: readonly Entry[]): Promise<string> {
  await writeFile(path, packZip(entries))
  return path
}

/** Edits manifest.json as JSON or as bytes, signs it again and binds the access statement to it. */
export function editManifest(
  entries: readonly Entry[],
  seller: OpenedKey,
  edit: (statement: Json) => unknown,
): Entry[] {
  const manifest = edited(bytesOf(entries, 'manifest.json'), edit)
  const resigned = replace(
    replace(entries, 'manifest.json', manifest),
    'signatures.json',
    signed(manifest, seller, 'fresh'),
  )
  return editAccess(resigned, seller, (access) => {
    access.subject[0].digest.sha256 = toHex(sha256(manifest))
  })
}

export function editAccess(
  entries: readonly Entry[],
  seller: OpenedKey,
  edit: (statement: Json) => unknown,
): Entry[] {
  const access = edited(bytesOf(entries, 'access.json'), edit)
  return replace(
    replace(entries, 'access.json', access),
    'access.signatures.json',
    signed(access, seller, 'fresh'),
  )
}

/** Replaces an entry that the manifest has the digest of, and signs that. */
export function editListed(entries: readonly Entry[], seller: OpenedKey, { name, bytes }: Entry): Entry[] {
  return editManifest(replace(entries, name, bytes), seller, ({ subject, predicate }) => {
    const digest = toHex(sha256(bytes))
    subject.find((item: Json) => item.name === name).digest.sha256 = digest
    const entry = predicate.entries.find((item: Json) => item.name === name)
    entry.sha256 = digest
    entry.size = bytes.length
  })
}

function edited(bytes: Uint8Array, edit: (statement: Json) => unknown): Uint8Array {
  const statement = JSON.parse(Buffer.from(bytes).toString())
  const result = edit(statement)
  if (result instanceof Uint8Array) return result
  return Buffer.from(JSON.stringify(statement))
}
