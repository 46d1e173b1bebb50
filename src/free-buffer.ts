/** Smaller ones may share the runtime's pool, and are not worth it. */
const LEAST_BYTES = 256 * 1024

/**
 * Gives the memory behind large bytes back now instead of at some later collection, which a thread that handles
 * megabytes and makes few objects puts off for long. Nothing may use these bytes, or others of their buffer, afterwards.
 */
export function freeBuffer({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength >= LEAST_BYTES && !buffer.detached)
    buffer.transfer(0)
}
