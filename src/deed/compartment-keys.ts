/** Everything that opens one compartment. Plain data; crosses to worker threads. */
export interface CompartmentKeys {
  readonly macKey: Uint8Array
  /** Data keys by epoch. */
  readonly epochs: ReadonlyMap<number, Uint8Array>
  readonly facts: { readonly salt: Uint8Array; readonly text: string }
}

/** Overwrites the keys of compartments. Copies made by the runtime cannot be reached (SECURITY.md). */
export function wipeKeys(keys: ReadonlyMap<number, CompartmentKeys>): void {
  for (const { macKey, epochs } of keys.values()) {
    macKey.fill(0)
    for (const key of epochs.values()) key.fill(0)
  }
}
