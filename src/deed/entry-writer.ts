/** Puts entries, one behind the other, into a container that does not have its name yet. */
export interface EntryWriter {
  begin(name: string): Promise<void>
  append(bytes: Uint8Array): Promise<void>
  end(): Promise<void>
  /** Completes the container; no entries after this. */
  finish(): Promise<void>
  /** Makes all of it lasting. */
  sync(): Promise<void>
  close(): Promise<void>
}
