import { isIP } from 'node:net'
import type { Detector } from './detector.ts'

/** Where it is, as questionnaires add: 192.0.2.1(江苏-苏州). */
const PLACE = / ?[([（].{0,40}$/

/** IPv4 and IPv6. */
export const ipAddress: Detector = {
  name: 'ip-address',
  type: 'ip-address',
  by: 'shape',
  strength: 1,
  least: 0.6,
  matches: (cell) => /[.:]/.test(cell) && isIP(cell.replace(PLACE, '')) !== 0,
}
