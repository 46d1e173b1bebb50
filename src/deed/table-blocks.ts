import { InternalError } from '../errors.ts'
import type { TableBlocks } from './index-records.ts'
import type { Manifest } from './manifest.ts'
import { compartmentsOf } from './manifest-faults.ts'
import { blocksEntry } from './names.ts'

/** What the index of a table must tile; undefined where a blocks file is missing. `sizes` are those of the entries. */
export function findTableBlocks(
  manifest: Manifest,
  number: number,
  sizes: ReadonlyMap<string, number>,
): TableBlocks | undefined {
  const table = manifest.tables[number]
  if (table === undefined)
    throw new InternalError('a table was asked for that the manifest does not describe')
  const names = Array.from({ length: table.parts }, (_, part) => blocksEntry(number, part))
  if (!names.every((name) => sizes.has(name))) return undefined
  const epochs = manifest.compartments.map(
    (compartment, position) => [position, new Set(compartment.epochs.map(({ epoch }) => epoch))] as const,
  )
  return {
    rows: table.rows,
    slices: table.slices,
    compartments: compartmentsOf(manifest, table),
    epochs: new Map(epochs),
    partSizes: names.map((name) => sizes.get(name) ?? 0),
  }
}
