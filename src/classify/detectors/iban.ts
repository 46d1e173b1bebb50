import { remainder } from '../checks/digits.ts'
import type { Detector } from './detector.ts'

const FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/

const toDigits = (text: string) => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))

/** IBAN, ISO 13616: MOD 97-10 over the rearranged number. */
export const iban: Detector = {
  name: 'iban',
  type: 'iban',
  by: 'checksum',
  strength: 1,
  least: 0.4,
  matches: (cell) => {
    const bare = cell.replace(/[ -]/g, '').toUpperCase()
    return FORM.test(bare) && remainder(toDigits(bare.slice(4) + bare.slice(0, 4)), 97) === 1
  },
}
