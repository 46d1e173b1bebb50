import type { Detector } from './detector.ts'

const MAC = /^[0-9a-f]{2}(?:([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4})$/i

/** Network hardware addresses. */
export const macAddress: Detector = {
  name: 'mac-address',
  type: 'mac-address',
  by: 'shape',
  strength: 1,
  least: 0.5,
  matches: (cell) => MAC.test(cell),
}
