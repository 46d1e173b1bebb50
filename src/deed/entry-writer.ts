import type { Synced } from '../files/index.ts'

/** Puts entries, one behind the other, into a container that does not have its name yet. */
export interface EntryWriter {
  /** Bytes of the file, or of the folder's files that have ended, together. */
  readonly length: number
  begin(name: string): Promise<void>
  append(bytes: Uint8Array): Promise<void>
  end(): Promise<void>
  /** Completes the container; no entries after this. */
  finish(): Promise<void>
  /** Makes all of it lasting. */
  sync(): Promise<Synced>
  close(): Promise<void>
}
