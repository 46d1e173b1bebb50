import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'

/** Why a message does not open: it ends too early, a chunk does not authenticate, or key and context are not its own. */
export type CobblestoneFault = 'truncated' | 'altered' | 'key'

/** A message that does not open, as DAMAGED; `chunk` counts from 0 and is known for `altered` only. */
export class CobblestoneError extends DatadeedError {
  readonly fault: CobblestoneFault
  readonly chunk: number | undefined

  constructor(fault: CobblestoneFault, sentence: string, chunk?: number) {
    super('DAMAGED', sentence)
    this.name = 'CobblestoneError'
    this.fault = fault
    this.chunk = chunk
  }
}

export function truncated(got: number): CobblestoneError {
  return new CobblestoneError('truncated', say().crypto.cobblestoneTruncated({ got }))
}

export function altered(chunk: number): CobblestoneError {
  return new CobblestoneError('altered', say().crypto.cobblestoneAltered({ chunk }), chunk)
}

export function foreignKey(): CobblestoneError {
  return new CobblestoneError('key', say().crypto.cobblestoneKey)
}

export function badKeyLength(got: number, expected: number): CobblestoneError {
  return new CobblestoneError('key', say().crypto.cobblestoneKeyLength({ got, expected }))
}
