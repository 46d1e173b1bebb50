import {
  type Access,
  type ChangedColumn,
  changedColumns,
  type Manifest,
  readUnverified,
} from '../deed/index.ts'

/** What a deed says of itself; nobody has checked any of it. */
export interface InspectReport {
  readonly deed: string
  readonly bytes: number
  readonly manifestSha256: string
  readonly manifest: Manifest
  readonly access: Access
  /** Columns whose cells an action changed. */
  readonly changed: readonly (ChangedColumn & { readonly table: string })[]
}

/** Reads manifest and access statement without checking a signature. @throws DatadeedError if they cannot be read */
export async function inspectDeed(path: string): Promise<InspectReport> {
  const { bytes, manifestSha256, manifest, access } = await readUnverified(path)
  const changed = manifest.tables.flatMap(({ name: table, columns }) =>
    changedColumns(columns).map((column) => ({ table, ...column })),
  )
  return { deed: path, bytes, manifestSha256, manifest, access, changed }
}
