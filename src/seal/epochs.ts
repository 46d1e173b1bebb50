import { DatadeedError } from '../errors.ts'
import { EPOCHS, SLICE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'

/** After how much a compartment gets a new data key. */
export interface EpochBounds {
  readonly rows: number
  readonly bytes: number
}

/** How slices must be cut so that no epoch passes its rows, and passes its bytes by less than one row. */
export function sliceBounds(bounds: EpochBounds): {
  readonly sliceBytes: number
  readonly sliceRows: number
} {
  return { sliceBytes: Math.min(SLICE_BYTES, bounds.bytes), sliceRows: bounds.rows }
}

/**
 * Gives every slice its epoch at the cut, before a worker sees it. Epochs run on through all tables of a deed.
 * Rows are the row ends counted at the cut, so blank lines count too: an epoch turns early rather than late.
 */
export class EpochClock {
  readonly #bounds: EpochBounds
  #epoch = 0
  #rows = 0
  #bytes = 0

  constructor(bounds: EpochBounds) {
    this.#bounds = bounds
  }

  /** @throws DatadeedError LIMIT when the bounds would need more epochs than a deed may have. */
  epochOf(sliceRows: number, sliceBytes: number): number {
    const full = this.#rows + sliceRows > this.#bounds.rows || this.#bytes >= this.#bounds.bytes
    if (full && this.#rows + this.#bytes > 0) {
      this.#epoch += 1
      this.#rows = 0
      this.#bytes = 0
    }
    if (this.#epoch >= EPOCHS) {
      throw new DatadeedError('LIMIT', say().seal.tooManyEpochs({ most: EPOCHS }), {
        hints: [say().seal.widenEpochs],
      })
    }
    this.#rows += sliceRows
    this.#bytes += sliceBytes
    return this.#epoch
  }
}
