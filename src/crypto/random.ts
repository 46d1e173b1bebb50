import { randomBytes as nodeRandomBytes } from 'node:crypto'

/**
 * The one place where datadeed itself draws randomness. Everything below takes salts and keys as arguments,
 * so that vectors can test it.
 */
export function randomBytes(length: number): Uint8Array {
  return nodeRandomBytes(length)
}
