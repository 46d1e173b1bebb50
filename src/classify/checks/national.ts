import { isResidentId } from './chinese.ts'
import { isDay, remainder, weightedSum } from './digits.ts'

/**
 * Identity numbers of other countries, where form and check digit together are telling enough. Each takes a cell
 * without spaces, dots and hyphens unless it says otherwise.
 */
type Check = (text: string) => boolean

/** Brazil, CPF: two check digits modulo 11. */
const cpf: Check = (text) => {
  if (!/^\d{11}$/.test(text) || /^(\d)\1{10}$/.test(text)) return false
  return [9, 10].every((length) => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index)
    return ((weightedSum(text, weights) * 10) % 11) % 10 === Number(text[length])
  })
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'
/** Spain, DNI and NIE: a letter modulo 23. */
const dni: Check = (text) => {
  const parts = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(text)
  if (parts === null || (parts[1] === '') !== (parts[2]?.length === 8)) return false
  const digits = `${'XYZ'.indexOf(parts[1] || 'X')}${parts[2]}`
  return DNI_LETTERS[Number(digits) % 23] === parts[3]
}

const CF_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
/** Italy, codice fiscale: 16 characters, the last one from two tables. */
const codiceFiscale: Check = (text) => {
  if (!/^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/.test(text))
    return false
  const sum = Array.from(text.slice(0, 15)).reduce((total, letter, at) => {
    const value = letter >= '0' && letter <= '9' ? Number(letter) : letter.charCodeAt(0) - 65
    return total + (at % 2 === 0 ? (CF_ODD[value] ?? 0) : value)
  }, 0)
  return text.charCodeAt(15) - 65 === sum % 26
}

const TW_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'
/** Taiwan, national ID and residence number: a letter worth two digits, weights 1 9 8 … 1 1. */
const taiwan: Check = (text) => {
  if (!/^[A-Z][1289]\d{8}$/.test(text)) return false
  const area = TW_LETTERS.indexOf(text.charAt(0)) + 10
  const sum =
    Math.floor(area / 10) + (area % 10) * 9 + weightedSum(text.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])
  return sum % 10 === 0
}

/** Hong Kong ID card: one or two letters, six digits, check modulo 11 in brackets. */
const hongKong: Check = (text) => {
  const parts = /^([A-Z]{1,2})(\d{6})\(?([0-9A])\)?$/.exec(text)
  if (parts === null) return false
  const letters = (parts[1] ?? '').padStart(2, ' ')
  const value = (letter: string) => (letter === ' ' ? 36 : letter.charCodeAt(0) - 55)
  const sum =
    value(letters.charAt(0)) * 9 +
    value(letters.charAt(1)) * 8 +
    weightedSum(parts[2] ?? '', [7, 6, 5, 4, 3, 2])
  return (sum + (parts[3] === 'A' ? 10 : Number(parts[3]))) % 11 === 0
}

/** Poland, PESEL: date with the century in the month, weights 1 3 7 9. */
const pesel: Check = (text) => {
  if (!/^\d{11}$/.test(text)) return false
  const month = Number(text.slice(2, 4)) % 20
  const day = Number(text.slice(4, 6))
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return (10 - (weightedSum(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(text[10])
}

/** France, NIR: sex, year, month, place, order, key 97 minus the rest. */
const nir: Check = (text) =>
  /^[12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)\d{10}$/.test(text) &&
  97 - remainder(text.slice(0, 13), 97) === Number(text.slice(13))

/** Singapore, NRIC and FIN: letter, seven digits, letter. */
const nric: Check = (text) => {
  if (!/^[STFG]\d{7}[A-Z]$/.test(text)) return false
  const shift = /^[TG]/.test(text) ? 4 : 0
  const rest = (weightedSum(text.slice(1), [2, 7, 6, 5, 4, 3, 2]) + shift) % 11
  return (/^[ST]/.test(text) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[rest] === text[8]
}

/** South Korea, resident number with its hyphen: date, then century and sex. No check digit since October 2020. */
const koreanForm: Check = (text) =>
  /^\d{6}-[1-8]\d{6}$/.test(text) && isDay(`20${text.slice(0, 6)}`, 2000, 2099)

/** United States, SSN (and ITIN) with its hyphens. */
const ssnForm: Check = (text) => /^(?!000|666)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(text)

/** United Kingdom, national insurance number. */
const ninoForm: Check = (text) => /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(text)

const CHECKED: readonly Check[] = [isResidentId, cpf, dni, codiceFiscale, taiwan, hongKong, nir, nric]
const FORMED: readonly Check[] = [koreanForm, ssnForm]

/** A number of some country that its check digit confirms. */
export function isNationalId(cell: string): boolean {
  if (cell.length < 7 || cell.length > 24 || /[^\x20-\x7e]/.test(cell)) return false
  const bare = cell.toUpperCase().replace(/[ .-]/g, '')
  return CHECKED.some((check) => check(bare))
}

/** A number with a form that hardly anything else has, but without a check digit. */
export function looksLikeNationalId(cell: string): boolean {
  if (cell.length < 9 || cell.length > 15) return false
  return (
    FORMED.some((check) => check(cell)) ||
    ninoForm(cell.replaceAll(' ', '')) ||
    (cell.length === 11 && pesel(cell))
  )
}
