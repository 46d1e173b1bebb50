/** Check digits over texts of ASCII digits. Each function takes digits only and is linear in their number. */

const ZERO = 48

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - ZERO
}

/** Luhn's mod 10, ISO/IEC 7812-1 Annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = digitAt(digits, digits.length - 1 - place)
    const doubled = place % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 1 && sum % 10 === 0
}

/** GTIN-8, -12, -13 and -14: weights 3 and 1 from the right, GS1 General Specifications 7.9. */
export function passesGtin(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    sum += digitAt(digits, digits.length - 1 - place) * (place % 2 === 0 ? 1 : 3)
  }
  return [8, 12, 13, 14].includes(digits.length) && sum % 10 === 0
}

/** Sum of digit times weight, for the national schemes that are weighted sums. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0)
}

/** A number of any length modulo a small one, digit by digit (ISO/IEC 7064 MOD 97-10 and the like). */
export function remainder(digits: string, modulus: number): number {
  let rest = 0
  for (let index = 0; index < digits.length; index++) rest = (rest * 10 + digitAt(digits, index)) % modulus
  return rest
}

/** ISO/IEC 7064 MOD 11,10, of the German VAT and tax numbers. */
export function passesMod1110(digits: string): boolean {
  let product = 10
  for (let index = 0; index < digits.length - 1; index++) {
    const sum = (digitAt(digits, index) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10 === digitAt(digits, digits.length - 1)
}

/** Whether YYYYMMDD is a day between `from` and `to` (years, both included). */
export function isDay(digits: string, from: number, to: number): boolean {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  if (year < from || year > to || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
