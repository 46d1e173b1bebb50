import type { Detector } from './detector.ts'

/** Waybills of carriers that mark them. */
export const trackingNo: Detector = {
  name: 'tracking-no',
  type: 'tracking-no',
  by: 'shape',
  strength: 0.75,
  least: 0.5,
  matches: (cell) => /^(?:No:)?(?:SF|YT|JD[A-Z]?|ZTO|STO|JT|EMS|YZ)\d{9,15}$|^1Z[0-9A-Z]{16}$/i.test(cell),
}
