/** The smallest plaintext of a block: short slices do not tell their length. */
export const SMALLEST_PLAINTEXT = 1024

/**
 * Padmé: the padded length leaks at most O(log log L) bits and costs at most 12 %.
 * PETS 2019, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", section 4. L >= 2.
 */
export function padme(length: number): number {
  const exponent = Math.floor(Math.log2(length))
  const significant = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - significant)
  return Math.ceil(length / step) * step
}

/** The length of a block's plaintext that holds so many bytes (FORMAT.md section 10). */
export function paddedLength(length: number): number {
  return Math.max(SMALLEST_PLAINTEXT, padme(length))
}
