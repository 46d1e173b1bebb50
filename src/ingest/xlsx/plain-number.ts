const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/
/** Excel's own numbers end at 1.8E+308; behind its point stand 324 digits and some at most. */
const DIGITS = 800
/** What Excel keeps of a number (specification limits of Excel: number precision). */
const KEPT_DIGITS = 15

/**
 * A number as decimal text, digit for digit as the workbook has it; `1.38E+10` becomes 13800000000. It goes through no
 * floating point on the way. Undefined if it is no number.
 */
export function plainNumber(stored: string): string | undefined {
  const parts = NUMBER.exec(stored)
  if (parts === null) return undefined
  const [, sign = '', whole = '', fraction = '', exponent] = parts
  if (whole === '' && fraction === '') return undefined
  if (exponent === undefined) return stored
  const shift = Number(exponent)
  if (Math.abs(shift) + whole.length + fraction.length > DIGITS) return undefined
  const digits = whole + fraction
  const point = whole.length + shift
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const behind = padded.slice(at).replace(/0+$/, '')
  return `${sign === '-' ? '-' : ''}${before}${behind === '' ? '' : `.${behind}`}`
}

/** What became of the digits of an integer that is too long for a spreadsheet's number. */
export type LongInteger = 'short' | 'cut' | 'whole'

/**
 * `cut` if the digits from the sixteenth on are zeros, as Excel leaves them, or are those that a binary floating-point
 * number gives in their place, as other programs write them: whatever had been typed there is lost. `whole` if the file
 * holds digits that no such number has: a program wrote them as text; Excel would still show zeros.
 * @param plain - from `plainNumber`
 */
export function judgeLongInteger(plain: string): LongInteger {
  const digits = /^[+-]?0*(\d+)(?:\.0*)?$/.exec(plain)?.[1]
  if (digits === undefined || digits.length <= KEPT_DIGITS) return 'short'
  if (/^0*$/.test(digits.slice(KEPT_DIGITS))) return 'cut'
  const nearest = Number(digits)
  if (Number.isSafeInteger(nearest)) return 'whole'
  const forms = [String(BigInt(nearest)), plainNumber(String(nearest)), plainNumber(nearest.toPrecision(17))]
  return forms.includes(digits) ? 'cut' : 'whole'
}

/** A text such as `1.10101E+17`: what Excel leaves of a long number that was saved as it was shown. */
export function isCutScientific(text: string): boolean {
  const parts = /^[1-9](?:\.(\d{1,14}))?E\+(\d{2})$/.exec(text)
  if (parts === null) return false
  const [, fraction = '', exponent] = parts
  const power = Number(exponent)
  return power >= 10 && power <= 21 && fraction.length < power
}
