import { parseHex } from '../crypto/index.ts'
import { DatadeedError, InternalError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import type { Access } from './access.ts'
import type { CheckableBlocks } from './block-digests.ts'
import type { Container } from './container.ts'
import {
  type DeniedVerdict,
  type ExamineFailure,
  type ExamineOptions,
  examineContainer,
  type Found,
} from './examine.ts'
import { type Granted, NOTHING_GRANTED } from './granted.ts'
import type { BlockIndex } from './index-records.ts'
import type { Manifest, ReadManifest } from './manifest.ts'
import { openContainer } from './open-container.ts'
import type { ReadAccess } from './rotated-access.ts'

/**
 * A deed whose entries, signatures, manifest, access statement and indexes passed every check, with its files still open.
 * Only openVerifiedDeed makes one. Its blocks are checked in the read that opens them, so nothing can be swapped between.
 */
class VerifiedDeedHandle implements AsyncDisposable {
  readonly #found: Found
  readonly container: Container
  /** 16 raw bytes. */
  readonly deedId: Uint8Array

  constructor(container: Container, found: Found) {
    this.container = container
    this.#found = found
    this.deedId = parseHex(found.manifest.deedId, 'deedId')
  }

  get manifest(): Manifest {
    return this.#found.manifest
  }

  /** Hexadecimal. */
  get manifestSha256(): string {
    return this.#found.manifestSha256
  }

  get access(): Access {
    return this.#found.access
  }

  /** Hexadecimal, of the statement that `access` is read from. */
  get accessSha256(): string {
    return this.#found.accessSha256
  }

  /** What access.json says, which is `access` unless readers were changed. */
  get firstAccess(): ReadAccess {
    return this.#found.firstAccess
  }

  /** What papers beside the deed add to the access statement. */
  get granted(): Granted {
    return this.#found.granted
  }

  /** By table. */
  get indexes(): readonly BlockIndex[] {
    return this.#found.indexes
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.container[Symbol.asyncDispose]()
  }
}

export type VerifiedDeed = VerifiedDeedHandle

/** What to examine a deed by. */
export interface ExamineDeedOptions extends Omit<ExamineOptions, 'from'> {
  /** The seller's card, confirmed before; without one nothing in the deed is believed or even parsed. */
  readonly from: Card | undefined
}

/** Everything that examining found; its files stay open until it is disposed. */
export interface DeedExamination extends AsyncDisposable {
  /** All failures, in the order of the checks. */
  readonly failures: readonly ExamineFailure[]
  /** Of the file, or of the folder's files together; 0 if it could not be opened. */
  readonly bytes: number
  /** Present if authentic, whatever else is wrong. */
  readonly manifest?: ReadManifest | undefined
  readonly access?: Access | undefined
  readonly granted: Granted
  /** The blocks whose digests can be checked, whatever else is wrong. */
  readonly blocks?: CheckableBlocks | undefined
  /** Present if there are no failures. */
  readonly deed?: VerifiedDeed | undefined
}

/**
 * Runs every check that needs no key, but for the digests of the blocks, and lists all failures.
 * @throws DatadeedError IO_READ
 */
export async function examineDeed(path: string, options: ExamineDeedOptions): Promise<DeedExamination> {
  const { from, reader, grants } = options
  const container = await openContainer(path).catch(asFailure)
  if (container instanceof DatadeedError) return failed('complete', container, 0)
  try {
    if (from === undefined) {
      const error = new DatadeedError('UNTRUSTED', say().deed.noCard, { hints: [say().deed.noCardHint] })
      const { size } = container
      await container[Symbol.asyncDispose]()
      return failed('authentic', error, size)
    }
    const { found, indexes, ...examined } = await examineContainer(container, { from, reader, grants })
    const manifest = examined.manifest?.manifest
    return {
      ...examined,
      bytes: container.size,
      ...(manifest !== undefined && { blocks: { container, manifest, indexes } }),
      ...(found !== undefined && { deed: new VerifiedDeedHandle(container, found) }),
      [Symbol.asyncDispose]: () => container[Symbol.asyncDispose](),
    }
  } catch (error) {
    await container[Symbol.asyncDispose]()
    throw error
  }
}

/**
 * Opens a deed for use: everything that can be checked without a key, but for the digests of the blocks.
 * @throws DatadeedError the first thing that is wrong: IO_READ, DAMAGED, LIMIT, PATH, SIGNATURE, UNTRUSTED, UNSUPPORTED,
 * WRONG_RECIPIENT
 */
export async function openVerifiedDeed(path: string, options: ExamineOptions): Promise<VerifiedDeed> {
  const { failures, deed, ...examination } = await examineDeed(path, options)
  if (deed !== undefined) return deed
  await examination[Symbol.asyncDispose]()
  throw failures[0]?.error ?? new InternalError('a deed without failures was not verified')
}

function asFailure(error: unknown): DatadeedError {
  if (error instanceof DatadeedError && error.code !== 'IO_READ') return error
  throw error
}

function failed(verdict: DeniedVerdict, error: DatadeedError, bytes: number): DeedExamination {
  return { failures: [{ verdict, error }], bytes, granted: NOTHING_GRANTED, async [Symbol.asyncDispose]() {} }
}
