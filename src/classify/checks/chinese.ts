import { isDay, weightedSum } from './digits.ts'

/** GB 11643-1999 and GB/T 36104-2018 number all of these; 83 is Taiwan residents' permit, 9 foreigners' permit. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const ID_CHECKS = '10X98765432'
/** Nobody alive was born before; a year of birth to come is none. */
const FIRST_BIRTH_YEAR = 1900
const LAST_BIRTH_YEAR = 2099

/** Resident ID of 18 characters: region, date of birth, ISO 7064 MOD 11-2 (GB 11643-1999). */
export function isResidentId(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false
  if (!PROVINCES.has(text.slice(0, 2)) && text[0] !== '9') return false
  if (!isDay(text.slice(6, 14), FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR)) return false
  return ID_CHECKS[weightedSum(text, ID_WEIGHTS) % 11] === text[17]?.toUpperCase()
}

/** Resident ID of 15 digits, issued to 2012: it has no check digit, only region and date of birth. */
export function isOldResidentId(text: string): boolean {
  return (
    /^\d{15}$/.test(text) && PROVINCES.has(text.slice(0, 2)) && isDay(`19${text.slice(6, 12)}`, 1900, 1999)
  )
}

const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Unified social credit code, GB 32100-2015: 18 characters without I O S V Z, MOD 31. */
export function isCreditCode(text: string): boolean {
  if (!looksLikeCreditCode(text)) return false
  let sum = 0
  let weight = 1
  for (const letter of text.slice(0, 17)) {
    sum += CODE_LETTERS.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return CODE_LETTERS[(31 - (sum % 31)) % 31] === text[17]
}

/** The form alone: department, kind, region of six digits, organisation code. */
export function looksLikeCreditCode(text: string): boolean {
  return /^[159AN][1-59][1-9]\d{5}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) && PROVINCES.has(text.slice(2, 4))
}

/** Mobile number of 11 digits, by the segments given out until 2025. */
export const CHINESE_MOBILE = /^1(?:3\d|4[5-9]|5[0-35-9]|6[25-7]|7[0-8]|8\d|9[0-35-9])\d{8}$/

/** Bank card: UnionPay's 62, and the issuers abroad that Chinese banks use, 16 to 19 digits (Luhn is tested apart). */
export const CHINESE_CARD =
  /^(?:62\d{14,17}|(?:4\d|5[1-5]|35|9[58]|60|68)\d{14}|(?:62|60|68|9[58])\d{15,17})$/
