/** A card as statements name it. */
export interface Party {
  readonly name: string
  /** Hexadecimal. */
  readonly fingerprint: string
}

/** One more access statement: keys of some compartments, wrapped anew for other readers. */
export interface Grant {
  /** What tells two grants apart that were made without knowing of each other. Hexadecimal. */
  readonly paperId: string
  readonly serial: number
  readonly created: string
  readonly issuer: Party
  readonly compartments: readonly {
    readonly name: string
    readonly readers: readonly Party[]
    readonly ageFile: Uint8Array
  }[]
}

/** A share of the escrow that its holder has passed on. */
export interface PassedShare {
  readonly created: string
  /** The holder. */
  readonly issuer: Party
  readonly to: Party
  readonly ageFile: Uint8Array
}

/** What papers beside a deed add to its own access statement. They were verified, and are of this deed. */
export interface Granted {
  readonly grants: readonly Grant[]
  readonly shares: readonly PassedShare[]
}

export const NOTHING_GRANTED: Granted = { grants: [], shares: [] }
