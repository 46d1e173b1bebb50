import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

export const MIMETYPE = 'mimetype'
export const README = 'README.txt'
export const MANIFEST = 'manifest.json'
export const ACCESS = 'access.json'
export const ACCESS_SIGNATURES = 'access.signatures.json'
/** Only in a deed whose readers were changed after it was sealed (FORMAT.md section 6.3). */
export const ROTATED = 'access.rotated.json'
export const SIGNATURES = 'signatures.json'

/** Entries that every deed has, whatever is sealed in it; in their order (FORMAT.md section 2). */
export const FIXED_ENTRIES = [MIMETYPE, README, MANIFEST, ACCESS, ACCESS_SIGNATURES, SIGNATURES] as const

/** Longer than any name of the grammar below: bounds a ZIP's central directory before it is read. */
export const ENTRY_NAME_BYTES = 64

export const COMPARTMENT_NAME = /^[a-z][a-z0-9-]{0,31}$/

const NUMBER = '(0|[1-9][0-9]{0,9})'
const BLOCKS = new RegExp(`^data/${NUMBER}/${NUMBER}\\.blocks$`)
const INDEX = new RegExp(`^data/${NUMBER}\\.index$`)
const KEYS = /^keys\/([a-z][a-z0-9-]{0,31})\.age$/

export type EntryName =
  | { readonly kind: 'fixed'; readonly name: (typeof FIXED_ENTRIES)[number] }
  | { readonly kind: 'rotated' }
  | { readonly kind: 'blocks'; readonly table: number; readonly part: number }
  | { readonly kind: 'index'; readonly table: number }
  | { readonly kind: 'keys'; readonly compartment: string }

export function blocksEntry(table: number, part: number): string {
  return `data/${table}/${part}.blocks`
}

export function indexEntry(table: number): string {
  return `data/${table}.index`
}

export function keysEntry(compartment: string): string {
  return `keys/${compartment}.age`
}

/**
 * Reads an entry's name. Only these few forms exist, so no name can lead out of the deed or collide on a system that
 * folds case.
 * @throws DatadeedError PATH
 */
export function parseEntryName(name: string): EntryName {
  const fixed = FIXED_ENTRIES.find((entry) => entry === name)
  if (fixed !== undefined) return { kind: 'fixed', name: fixed }
  if (name === ROTATED) return { kind: 'rotated' }
  const blocks = BLOCKS.exec(name)
  if (blocks !== null) return { kind: 'blocks', table: Number(blocks[1]), part: Number(blocks[2]) }
  const index = INDEX.exec(name)
  if (index !== null) return { kind: 'index', table: Number(index[1]) }
  const compartment = KEYS.exec(name)?.[1]
  if (compartment !== undefined) return { kind: 'keys', compartment }
  throw new DatadeedError('PATH', say().deed.foreignEntry({ name: printable(name) }), {
    hints: [say().deed.foreignEntryHint],
  })
}
