import { z } from 'zod'

/** A file of a remote; `hashes` are those that the storage keeps. */
export interface RemoteFile {
  readonly path: string
  readonly size: number
  readonly hashes: Readonly<Record<string, string>>
}

/** What stands in the folder itself. */
export interface RemoteName {
  readonly name: string
  /** By the storage's clock where it keeps that, in milliseconds. */
  readonly modified: number
}

const namesSchema = z.array(z.object({ Name: z.string(), ModTime: z.iso.datetime({ offset: true }) }))
const listSchema = z.array(
  z.object({
    Path: z.string(),
    /** -1 where the storage does not say. */
    Size: z.int().min(-1),
    Hashes: z.record(z.string(), z.string()).nullish(),
  }),
)

/** Undefined for what rclone does not write. */
export function parseNames(output: Buffer): RemoteName[] | undefined {
  try {
    const names = namesSchema.parse(JSON.parse(output.toString('utf8')))
    return names.map(({ Name: name, ModTime }) => ({ name, modified: Date.parse(ModTime) }))
  } catch {
    return undefined
  }
}

/** Undefined for what rclone does not write. */
export function parseList(output: Buffer): RemoteFile[] | undefined {
  try {
    const files = listSchema.parse(JSON.parse(output.toString('utf8')))
    return files.map(({ Path: path, Size: size, Hashes }) => ({ path, size, hashes: Hashes ?? {} }))
  } catch {
    return undefined
  }
}
