import { createHmac, type Hmac } from 'node:crypto'
import { label, u32, u64 } from './binary.ts'

const LABEL = label('datadeed/v1/plain-root')

/** Which table and compartment a plainRoot stands for, and the key that makes it (FORMAT.md section 8). */
export interface PlainRootPlace {
  readonly macKey: Uint8Array
  /** 16 raw bytes. */
  readonly deedId: Uint8Array
  readonly table: number
  readonly compartment: number
}

/** HMAC over all leaves of a table's compartment, in the order of slices and of each block's directory. */
export class PlainRoot {
  readonly #mac: Hmac
  #leaves = 0

  constructor({ macKey, deedId, table, compartment }: PlainRootPlace) {
    this.#mac = createHmac('sha256', macKey)
      .update(LABEL)
      .update(deedId)
      .update(u32(table))
      .update(u32(compartment))
  }

  add(leaf: Uint8Array): void {
    this.#mac.update(leaf)
    this.#leaves += 1
  }

  /** The root, 32 bytes; the last call on this object. It is published nowhere, only its commitment is. */
  digest(): Uint8Array {
    return this.#mac.update(u64(this.#leaves)).digest()
  }
}
