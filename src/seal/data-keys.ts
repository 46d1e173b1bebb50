import { InternalError } from '../errors.ts'

const KEY_BYTES = 32

/** Fresh random bytes; injected so that fixtures can be made again byte for byte. */
export type RandomSource = (bytes: number) => Uint8Array

export interface CompartmentSecrets {
  readonly macKey: Uint8Array
  /** What only the compartment's readers learn; no figure of it stands in the manifest but a salted commitment. */
  readonly facts: { readonly salt: Uint8Array; text: string }
  /** By epoch, in the order in which they began. */
  readonly epochs: Map<number, Uint8Array>
}

/** The data keys and mac keys of one sealing run. They live in memory only and leave it wrapped for the readers. */
export class DataKeys implements Disposable {
  readonly #random: RandomSource
  readonly #compartments: readonly CompartmentSecrets[]

  /** @param facts - by compartment, JSON */
  constructor(facts: readonly string[], random: RandomSource) {
    this.#random = random
    this.#compartments = facts.map((text) => ({
      macKey: random(KEY_BYTES),
      facts: { salt: random(KEY_BYTES), text },
      epochs: new Map(),
    }))
  }

  /** The data key of a compartment's epoch, made when it is first asked for. */
  keyOf(compartment: number, epoch: number): Uint8Array {
    const { epochs } = this.secretsOf(compartment)
    const known = epochs.get(epoch)
    if (known !== undefined) return known
    const key = this.#random(KEY_BYTES)
    epochs.set(epoch, key)
    return key
  }

  /** Facts that are known only when all rows were sealed; JSON, by compartment. To be told before the keys are wrapped. */
  tellFacts(facts: readonly string[]): void {
    for (const [compartment, text] of facts.entries()) this.secretsOf(compartment).facts.text = text
  }

  secretsOf(compartment: number): CompartmentSecrets {
    const secrets = this.#compartments[compartment]
    if (secrets === undefined)
      throw new InternalError('the plan has fewer compartments than its columns name')
    return secrets
  }

  /** Overwrites the keys. Copies made by the runtime cannot be reached (SECURITY.md). */
  [Symbol.dispose](): void {
    for (const { macKey, epochs } of this.#compartments) {
      macKey.fill(0)
      for (const key of epochs.values()) key.fill(0)
    }
  }
}
