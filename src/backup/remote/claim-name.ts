/** A host takes a number of a series on a remote by a small file of this name, for as long as it sends. */
export interface Claim {
  readonly sequence: number
  /** By random hexadecimal, 128 bits. */
  readonly host: string
}

const CLAIM = /^(\d{6}|[1-9]\d{6,9})\.claim-([0-9a-f]{32})$/

export function claimName({ sequence, host }: Claim): string {
  return `${String(sequence).padStart(6, '0')}.claim-${host}`
}

/** Undefined for another name. */
export function findClaim(name: string): Claim | undefined {
  const [, digits, host] = CLAIM.exec(name) ?? []
  return digits === undefined || host === undefined ? undefined : { sequence: Number(digits), host }
}
