/** A deed's entry and its length in bytes. */
export interface ContainerEntry {
  readonly name: string
  readonly size: number
}

/** Where an entry's bytes begin in an open file; any thread of the process may read there (`readSync` with a position). */
export interface EntryPlace {
  readonly fd: number
  readonly position: number
}

/** The entries of a deed, in its one file or its folder; nothing here judges what they say. */
export interface Container extends AsyncDisposable {
  readonly path: string
  readonly form: 'file' | 'folder'
  /** In the file's order; a folder's in the order of FORMAT.md section 2. */
  readonly entries: readonly ContainerEntry[]
  /** Bytes of the file, or of a folder's files together. */
  readonly size: number
  /**
   * Fills `into` with the bytes from `offset` of an entry.
   * @throws DatadeedError IO_READ, DAMAGED if it ends before
   */
  read(name: string, offset: number, into: Uint8Array): Promise<void>
  /**
   * A whole entry, its CRC-32 compared where there is one.
   * @throws DatadeedError LIMIT before anything over `most` is read, DAMAGED, IO_READ
   */
  readWhole(name: string, most: number): Promise<Uint8Array>
  /** Stays open until the container is closed. @throws DatadeedError DAMAGED, IO_READ */
  place(name: string): EntryPlace
}
