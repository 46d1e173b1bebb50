/** The end of a ledger at some moment, as other documents quote it (FORMAT.md section 5). */
export interface LedgerHead {
  readonly sequence: number
  /** Digest of the line with that number, hexadecimal. */
  readonly hash: string
  /** Fingerprint of the key that signs the ledger, hexadecimal. */
  readonly key: string
}

const HEAD = /^([1-9][0-9]{0,14}):([0-9a-f]{64}):([0-9a-f]{64})$/

export function encodeHead({ sequence, hash, key }: LedgerHead): string {
  return `${sequence}:${hash}:${key}`
}

/** Undefined for what is no head. */
export function parseHead(text: string): LedgerHead | undefined {
  const [, sequence, hash, key] = HEAD.exec(text) ?? []
  if (sequence === undefined || hash === undefined || key === undefined) return undefined
  return { sequence: Number(sequence), hash, key }
}
