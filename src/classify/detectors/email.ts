import type { Detector } from './detector.ts'

/** One @, no space, a dot in the domain. Linear: each class ends where the next one begins. */
const EMAIL = /^[^\s@,;<>()]{1,64}@[^\s@.,;<>()]{1,63}(?:\.[^\s@.,;<>()]{1,63}){1,6}$/

/** E-mail addresses, also masked ones. */
export const email: Detector = {
  name: 'email',
  type: 'email',
  by: 'shape',
  strength: 1,
  least: 0.5,
  matches: (cell) => cell.length <= 254 && EMAIL.test(cell),
}
