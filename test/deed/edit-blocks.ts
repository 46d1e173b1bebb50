import type { SmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { openCobblestone, parseHex, sealCobblestone, sha256, toHex } from '../../src/crypto/index.ts'
import {
  BlockIndex,
  type BlockPlace,
  blockContext,
  encodeIndex,
  type IndexRecord,
  leafOf,
  PlainRoot,
  plainRootCommitment,
} from '../../src/deed/index.ts'
import { paddedLength } from '../../src/deed/padme.ts'
import type { Segment } from '../../src/table.ts'
import { bytesOf, type Entry, editListed, editManifest, replace } from './edit-deed.ts'

/** Which block: of which table, and which of its index. */
export interface BlockAt {
  readonly table: number
  readonly number: number
}

export interface Block {
  readonly record: IndexRecord
  readonly bytes: Buffer
}

/** The one block of the small deed's table `orders`: two columns of two rows, all in the compartment `general`. */
export const ORDERS: BlockAt = { table: 1, number: 0 }

export function readBlocks(entries: readonly Entry[], table: number): Block[] {
  const blocks = Buffer.from(bytesOf(entries, `data/${table}/0.blocks`))
  return Array.from(new BlockIndex(bytesOf(entries, `data/${table}.index`)), (record) => ({
    record,
    bytes: blocks.subarray(record.offset, record.offset + record.length),
  }))
}

/** Lays other blocks behind each other in a table's blocks file; index and manifest are made to fit, and signed. */
export function layBlocks(
  entries: readonly Entry[],
  { seller }: SmallDeed,
  { table, blocks }: { readonly table: number; readonly blocks: readonly Block[] },
): Entry[] {
  let offset = 0
  const records = blocks.map(({ record, bytes }) => {
    const placed = { ...record, offset, length: bytes.length, sha256: sha256(bytes) }
    offset += bytes.length
    return placed
  })
  const file = Buffer.concat(blocks.map(({ bytes }) => bytes))
  const laid = replace(entries, `data/${table}/0.blocks`, file)
  return editListed(laid, seller, { name: `data/${table}.index`, bytes: encodeIndex(records) })
}

/** One block changed, all that is signed made to fit. */
export function editBlock(
  entries: readonly Entry[],
  deed: SmallDeed,
  { table, number }: BlockAt,
  edit: (bytes: Buffer) => Uint8Array,
): Entry[] {
  const blocks = readBlocks(entries, table).map((block, at) =>
    at === number ? { ...block, bytes: Buffer.from(edit(Buffer.from(block.bytes))) } : block,
  )
  return layBlocks(entries, deed, { table, blocks })
}

/** The same for the plaintext of a block, with its true key, salt and context: what only the seller can do. */
export function editPlaintext(
  entries: readonly Entry[],
  deed: SmallDeed,
  at: BlockAt,
  edit: (plaintext: Buffer) => Uint8Array,
): Entry[] {
  const { key, place } = placeOf(entries, deed, at)
  return editBlock(entries, deed, at, (bytes) => {
    const context = blockContext(place)
    const plaintext = edit(Buffer.from(openCobblestone(key, context, bytes)))
    return sealCobblestone(key, bytes.subarray(0, 24), context, plaintext)
  })
}

/** Makes the manifest's plainRoot commitment fit other segments of `orders`, as a seller would who lies in one voice. */
export function commitToOrders(
  entries: readonly Entry[],
  deed: SmallDeed,
  segments: readonly Segment[],
): Entry[] {
  return commitTo(entries, deed, [{ at: ORDERS, segments }])
}

/** The same for the blocks of one compartment of a table, all of them in their order. */
export function commitTo(
  entries: readonly Entry[],
  deed: SmallDeed,
  blocks: readonly { readonly at: BlockAt; readonly segments: readonly Segment[] }[],
): Entry[] {
  const [first] = blocks
  if (first === undefined) throw new Error('no blocks to commit to')
  const { place, macKey } = placeOf(entries, deed, first.at)
  const root = new PlainRoot({ ...place, macKey })
  for (const { at, segments } of blocks) {
    const { place: own } = placeOf(entries, deed, at)
    for (const segment of segments) root.add(leafOf(segment, own, macKey))
  }
  const commitment = toHex(plainRootCommitment(root.digest()))
  return editManifest(entries, deed.seller, ({ predicate }) => {
    const { name } = predicate.compartments[place.compartment]
    const { plainRoots } = predicate.tables[first.at.table]
    plainRoots.find((each: { compartment: string }) => each.compartment === name).commitment = commitment
  })
}

/** Where a block of the small deed stands, and its keys. */
export function placeOf(
  entries: readonly Entry[],
  deed: SmallDeed,
  { table, number }: BlockAt,
): { readonly place: BlockPlace; readonly key: Uint8Array; readonly macKey: Uint8Array } {
  const { record } = readBlocks(entries, table)[number] ?? {}
  const keys = deed.keys[record?.compartment ?? -1]
  const key = keys?.epochs.get(record?.epoch ?? -1)
  if (record === undefined || keys === undefined || key === undefined) throw new Error('no such block')
  const { predicate } = JSON.parse(Buffer.from(bytesOf(entries, 'manifest.json')).toString())
  return {
    place: { ...record, deedId: parseHex(predicate.deedId, 'deedId'), table },
    key,
    macKey: keys.macKey,
  }
}

export interface PlaintextLie {
  readonly codec?: number
  readonly zeros?: number
  readonly frameLength?: number
  readonly length?: number
  readonly padded?: number
  readonly lastByte?: number
}

/** A block's plaintext around any compressed frame, each field as given or as it should be. */
export function plaintextOf(frame: Uint8Array, plain: number, lie: PlaintextLie = {}): Uint8Array {
  const out = Buffer.alloc(lie.padded ?? paddedLength(12 + frame.length))
  out.writeUInt8(lie.codec ?? 1, 0)
  out.writeUIntBE(lie.zeros ?? 0, 1, 3)
  out.writeUInt32BE(lie.frameLength ?? frame.length, 4)
  out.writeUInt32BE(lie.length ?? plain, 8)
  out.set(frame, 12)
  if (lie.lastByte !== undefined) out.writeUInt8(lie.lastByte, out.length - 1)
  return out
}
