import type { Detector } from './detector.ts'

/** Digests in hexadecimal; what was hashed, the header tells. */
export const hashedIdentifier: Detector = {
  name: 'hashed-identifier',
  type: 'hashed-identifier',
  by: 'shape',
  strength: 0.8,
  least: 0.8,
  matches: (cell) => /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{128})$/i.test(cell),
}
