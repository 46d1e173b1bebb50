import type { Detector } from './detector.ts'

/** Month and year as on a card. */
export const cardExpiry: Detector = {
  name: 'card-expiry',
  type: 'card-expiry',
  by: 'shape',
  strength: 0.6,
  least: 0.8,
  matches: (cell) => /^(?:0[1-9]|1[0-2]) ?\/ ?(?:2\d|3\d|20[23]\d)$/.test(cell),
}
