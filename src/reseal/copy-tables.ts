import { randomBytes } from '../crypto/index.ts'
import { comparePlainRoots, type DeedWriter, type VerifiedDeed } from '../deed/index.ts'
import { InternalError } from '../errors.ts'
import { freeBuffer } from '../free-buffer.ts'
import type { DataKeys } from '../seal/index.ts'
import type { ResealProgress } from './request.ts'
import { type BlockWalk, type DeedKeys, walkBlocks } from './walk-blocks.ts'

const SALT_BYTES = 24

/** What came of one table. */
export interface CopiedTable {
  readonly parts: number
  /** By compartment, for those that the table uses. */
  readonly plainRoots: ReadonlyMap<number, Uint8Array>
}

export interface Copying extends Pick<BlockWalk, 'threads' | 'other' | 'signal'> {
  /** Of the deed that is read, by compartment. */
  readonly keys: DeedKeys['keys']
  readonly fresh: DataKeys
  readonly writer: DeedWriter
  readonly progress?: ((step: ResealProgress) => void) | undefined
}

/**
 * Seals every block of a deed for another one. What was read is held against the manifest that its seller has signed before
 * the next table is begun.
 * @throws DatadeedError DAMAGED for a block that is not as it was sealed; LIMIT, UNSUPPORTED, IO_READ, NOSPACE, IO_WRITE
 */
export async function copyTables(deed: VerifiedDeed, copying: Copying): Promise<CopiedTable[]> {
  const copied: CopiedTable[] = []
  let bytes = 0
  for (const [table, { name }] of deed.manifest.tables.entries()) {
    const progress = (more: number, rows: number): void => {
      bytes += more
      copying.progress?.({ phase: 'reseal', table: name, bytes, total: deed.container.size, rows })
    }
    copied.push(await copyTable(deed, table, { ...copying, progress }))
  }
  return copied
}

async function copyTable(
  deed: VerifiedDeed,
  table: number,
  {
    writer,
    fresh,
    progress,
    ...walk
  }: Omit<Copying, 'progress'> & {
    readonly progress: (bytes: number, rows: number) => void
  },
): Promise<CopiedTable> {
  let rows = 0
  await writer.beginTable(table)
  const { roots, otherRoots } = await walkBlocks(deed, table, {
    ...walk,
    keysFor: ({ compartment, epoch }) => ({
      key: fresh.keyOf(compartment, epoch),
      salt: randomBytes(SALT_BYTES),
    }),
    done: async (slice, results) => {
      let bytes = 0
      for (const [position, { sealed }] of results.entries()) {
        const place = slice.blocks[position]?.place
        if (sealed === undefined || place === undefined) throw new InternalError('a block was not sealed')
        const { compartment, epoch } = place
        await writer.appendBlock({ slice: slice.slice, rows: slice.rows, compartment, epoch, ...sealed })
        bytes += sealed.ciphertext.length
        freeBuffer(sealed.ciphertext)
      }
      rows += slice.rows
      progress(bytes, rows)
    },
  })
  const [fault] = comparePlainRoots(deed, table, roots)
  if (fault !== undefined) throw fault
  const { parts } = await writer.endTable()
  return {
    parts,
    plainRoots: new Map(Array.from(otherRoots, ([compartment, root]) => [compartment, root.digest()])),
  }
}
