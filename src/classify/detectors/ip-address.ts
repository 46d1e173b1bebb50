import { isIP } from 'node:net'
import type { Detector } from './detector.ts'

/** IPv4 and IPv6. */
export const ipAddress: Detector = {
  name: 'ip-address',
  type: 'ip-address',
  by: 'shape',
  strength: 1,
  least: 0.6,
  matches: (cell) => /[.:]/.test(cell) && isIP(cell) !== 0,
}
