import { sha256, toHex } from '../crypto/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertCardSigns, type Card } from '../identity/index.ts'
import { AGE_FILE_BYTES, ENVELOPE_BYTES, INDEX_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { type Access, isAddressedTo, parseAccess, wrongRecipient } from './access.ts'
import type { Container } from './container.ts'
import { findSignerFaults } from './find-signer-faults.ts'
import { type Granted, NOTHING_GRANTED } from './granted.ts'
import { type BlockIndex, parseIndex } from './index-records.ts'
import { findEntryFaults, findLayoutFaults, isPruned } from './layout.ts'
import { examineManifest, findEntry, type Manifest, type ReadManifest } from './manifest.ts'
import {
  ACCESS,
  ACCESS_SIGNATURES,
  indexEntry,
  MANIFEST,
  MIMETYPE,
  README,
  ROTATED,
  SIGNATURES,
} from './names.ts'
import { readDigested } from './read-digested.ts'
import { MIMETYPE_BYTES } from './readme.ts'
import { openRotated, parseRotated, type ReadAccess } from './rotated-access.ts'
import { assertSignatures } from './signatures.ts'
import { findTableBlocks } from './table-blocks.ts'

export interface ExamineOptions {
  /** The seller's card, confirmed before; never one out of the deed. */
  readonly from: Card
  /** Whoever wants to open the deed; it must be addressed to them. */
  readonly reader?: { readonly fingerprint: string } | undefined
  /** Reads the papers beside the deed and holds them against it. @throws DatadeedError */
  readonly grants?: ReadGrants | undefined
}

export type ReadGrants = (read: ReadManifest, access: Access) => Granted

/** Which of the verdicts a failure denies. */
export type DeniedVerdict = 'complete' | 'valid' | 'authentic' | 'restorable'

export interface ExamineFailure {
  readonly verdict: DeniedVerdict
  readonly error: DatadeedError
}

/** What a deed without failures holds. */
export interface Found {
  readonly manifest: Manifest
  readonly manifestSha256: string
  readonly access: Access
  /** Hexadecimal, of the statement that `access` is read from. */
  readonly accessSha256: string
  /** What access.json says, which is `access` unless readers were changed. */
  readonly firstAccess: ReadAccess
  readonly granted: Granted
  readonly indexes: readonly BlockIndex[]
}

/** All failures, in the order of the checks, and what could be read of a deed whose manifest is authentic. */
export interface Examination {
  readonly failures: readonly ExamineFailure[]
  readonly manifest?: ReadManifest | undefined
  readonly access?: Access | undefined
  readonly granted: Granted
  /** By table; holes where an index is missing or wrong. */
  readonly indexes: readonly (BlockIndex | undefined)[]
  readonly found?: Found | undefined
}

/**
 * Runs every check that needs no key and lists all failures, going on wherever that is safe. Nothing of the manifest or
 * the access statement is parsed before its signatures are verified under the given card.
 */
export async function examineContainer(container: Container, options: ExamineOptions): Promise<Examination> {
  const work = new Examining(container, options)
  await work.run()
  return work.result()
}

class Examining {
  readonly #container: Container
  readonly #options: ExamineOptions
  readonly #sizes: ReadonlyMap<string, number>
  readonly #failures: ExamineFailure[] = []
  readonly #indexes: BlockIndex[] = []
  #manifest: ReadManifest | undefined
  #first: ReadAccess | undefined
  #access: ReadAccess | undefined
  #granted: Granted = NOTHING_GRANTED

  constructor(container: Container, options: ExamineOptions) {
    this.#container = container
    this.#options = options
    this.#sizes = new Map(container.entries.map(({ name, size }) => [name, size]))
  }

  async run(): Promise<void> {
    const names = this.#container.entries.map(({ name }) => name)
    this.#deny('complete', findLayoutFaults(names))
    const manifest = await this.#readManifest()
    // One sentence says it of all entries that a prune has removed.
    if (manifest === undefined || isPruned(names)) return
    await this.#compareEntries(manifest)
    const access = await this.#readAccess()
    if (access !== undefined) await this.#readGrants(access)
    // Before the keys: whom the deed is not meant for may hold keys that were wrapped anew for them.
    if (access !== undefined) this.#findReader(manifest, access)
    for (const table of manifest.tables.keys()) await this.#readIndex(manifest, table)
    if (access !== undefined) await this.#compareKeys(access)
  }

  result(): Examination {
    const [read, failures] = [this.#manifest, this.#failures]
    const { access, sha256: accessSha256 = '' } = this.#access ?? {}
    const common = { failures, manifest: read, access, granted: this.#granted, indexes: this.#indexes }
    const firstAccess = this.#first
    if (failures.length > 0 || read === undefined || access === undefined || firstAccess === undefined)
      return common
    const { manifest, sha256: manifestSha256 } = read
    const { granted, indexes } = common
    const found = { manifest, manifestSha256, access, accessSha256, firstAccess, granted, indexes }
    return { ...common, found }
  }

  async #readManifest(): Promise<Manifest | undefined> {
    const bytes = await this.#readSigned(MANIFEST, SIGNATURES)
    if (bytes === undefined) return undefined
    const read = await this.#attempt('valid', () => examineManifest(bytes))
    if (read === undefined) return undefined
    this.#deny('valid', read.faults)
    this.#deny('authentic', findSignerFaults(read.manifest, this.#options.from))
    // A manifest that contradicts itself is no measure for the entries.
    if (read.faults.length > 0) return undefined
    this.#manifest = read
    return read.manifest
  }

  async #readAccess(): Promise<Access | undefined> {
    const bytes = await this.#readSigned(ACCESS, ACCESS_SIGNATURES)
    const manifest = this.#manifest
    if (bytes === undefined || manifest === undefined) return undefined
    const access = await this.#attempt('valid', () => parseAccess(bytes, manifest))
    if (access === undefined) return undefined
    const first = { access, sha256: toHex(sha256(bytes)) }
    this.#first = first
    this.#access = this.#sizes.has(ROTATED) ? await this.#readRotated(manifest, first) : first
    return this.#access?.access
  }

  /** Nothing of the first statement counts where this one is there and cannot be believed. */
  async #readRotated(read: ReadManifest, first: ReadAccess): Promise<ReadAccess | undefined> {
    const bytes = await this.#readEnvelope(ROTATED)
    if (bytes === undefined) return undefined
    const payload = await this.#attempt('authentic', () =>
      openRotated(bytes, read.manifest, this.#options.from),
    )
    if (payload === undefined) return undefined
    return this.#attempt('valid', () => parseRotated(payload, { read, first }))
  }

  async #readGrants(access: Access): Promise<void> {
    const manifest = this.#manifest
    const { grants } = this.#options
    if (grants === undefined || manifest === undefined) return
    this.#granted = (await this.#attempt('authentic', () => grants(manifest, access))) ?? NOTHING_GRANTED
  }

  /** The bytes of a statement whose signatures hold; undefined if they do not, or an entry cannot be read. */
  async #readSigned(name: string, signaturesName: string): Promise<Uint8Array | undefined> {
    if (!this.#sizes.has(name) || !this.#sizes.has(signaturesName)) return undefined
    const keys = assertCardSigns(this.#options.from)
    const [bytes, signatures] = [await this.#readEnvelope(name), await this.#readEnvelope(signaturesName)]
    if (bytes === undefined || signatures === undefined) return undefined
    return this.#attempt('authentic', () => {
      assertSignatures(bytes, { bytes: signatures, name: signaturesName }, keys)
      return bytes
    })
  }

  #readEnvelope(name: string): Promise<Uint8Array | undefined> {
    return this.#attempt('complete', () => this.#container.readWhole(name, ENVELOPE_BYTES))
  }

  /** That exactly the described entries are there, and that those outside data/ have the signed digests. */
  async #compareEntries(manifest: Manifest): Promise<void> {
    const names = this.#container.entries.map(({ name }) => name)
    this.#deny('complete', findEntryFaults(names, manifest, this.#container.form === 'file'))
    for (const name of [MIMETYPE, README]) {
      const bytes = await this.#readDigested(manifest, name, ENVELOPE_BYTES)
      if (name !== MIMETYPE || bytes === undefined || Buffer.compare(bytes, MIMETYPE_BYTES) === 0) continue
      this.#deny('valid', [new DatadeedError('DAMAGED', say().deed.mimetype)])
    }
  }

  async #readIndex(manifest: Manifest, table: number): Promise<void> {
    const name = indexEntry(table)
    const bytes = await this.#readDigested(manifest, name, INDEX_BYTES)
    const blocks = findTableBlocks(manifest, table, this.#sizes)
    if (bytes === undefined || blocks === undefined) return
    const index = await this.#attempt('valid', () => parseIndex(bytes, blocks, name))
    if (index !== undefined) this.#indexes[table] = index
  }

  async #compareKeys(access: Access): Promise<void> {
    for (const { entry, size, sha256 } of access.compartments) {
      if (this.#sizes.has(entry)) await this.#readSame({ name: entry, size, sha256 }, AGE_FILE_BYTES)
    }
  }

  #findReader(manifest: Manifest, access: Access): void {
    const { reader } = this.#options
    if (reader === undefined || isAddressedTo(reader.fingerprint, manifest, access, this.#granted)) return
    this.#deny('restorable', [wrongRecipient(manifest, access)])
  }

  async #readDigested(manifest: Manifest, name: string, most: number): Promise<Uint8Array | undefined> {
    const entry = findEntry(manifest, name)
    if (entry === undefined || !this.#sizes.has(name)) return undefined
    return this.#readSame(entry, most)
  }

  async #readSame(
    entry: { readonly name: string; readonly size: number; readonly sha256: string },
    most: number,
  ): Promise<Uint8Array | undefined> {
    return this.#attempt('complete', () => readDigested(this.#container, entry, most))
  }

  async #attempt<Result>(
    verdict: DeniedVerdict,
    act: () => Result | Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code === 'INTERNAL' || error.code === 'IO_READ')
        throw error
      this.#deny(verdict, [error])
      return undefined
    }
  }

  #deny(verdict: DeniedVerdict, errors: readonly DatadeedError[]): void {
    // Two checks may come upon the same fault.
    const told = new Set(this.#failures.map(({ error }) => error.message))
    for (const error of errors) if (!told.has(error.message)) this.#failures.push({ verdict, error })
  }
}
