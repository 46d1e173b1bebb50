// FORMAT.md section 8.2.
const MOST_CHARACTERS = 40
const MOST_DIGITS = 18

const AMOUNT =
  /^([-+−(]?)\s*(?:\p{Sc}|[A-Z]{2,3}\$?|人民币)?\s*([-+−]?)\s*(\d[\d.,'’ \u202f]*|\.\d+)\s*([万萬亿]?)\s*(?:\p{Sc}|[A-Z]{3}|元整?|圆|圓|円|원)?\s*(-?)(\)?)$/u
/** What 万 and 亿 stand for, as powers of ten. */
const POWERS: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8 }
const PLAIN = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/

/** `1,234,567` and, in the way of India, `12,34,567`. */
const GROUPS = /^\d{1,3}(?:,\d{2,3})*,\d{3}$/
const DOTTED_GROUPS = /^\d{1,3}(?:\.\d{3}){2,}$/

/** An amount as it is written: `value` units of which 10 to the power of `scale` make one. */
export interface ExactAmount {
  readonly value: bigint
  readonly scale: number
}

/**
 * Reads a text that is an amount of money, exactly. Undefined for what is none, and for what can be read in two ways a
 * thousand times apart (`1.234`): nothing is guessed.
 */
export function readExactAmount(text: string): ExactAmount | undefined {
  const match = text.length > MOST_CHARACTERS ? null : AMOUNT.exec(text)
  if (match === null) return undefined
  const [, before = '', sign = '', body = '', unit = '', after = '', bracket = ''] = match
  if ((before === '(') !== (bracket === ')')) return undefined
  const signs = [before, sign, after].filter((mark) => mark !== '')
  if (signs.length > 1) return undefined
  const amount = readBody(body.trim().replace(/(?<=\d)['’ \u202f](?=\d{3}(?!\d))/g, ''))
  if (amount === undefined) return undefined
  const power = POWERS[unit] ?? 0
  const shift = Math.min(power, amount.scale)
  const value = amount.value * 10n ** BigInt(power - shift)
  return { value: signs.some((mark) => mark !== '+') ? -value : value, scale: amount.scale - shift }
}

/** Reads a cell of a column of kind number: a dot can be nothing but the decimal mark. */
export function readPlainAmount(text: string): ExactAmount | undefined {
  const [, sign, whole = '', fraction = ''] = PLAIN.exec(text) ?? []
  if (sign === undefined) return undefined
  const value = BigInt(whole + fraction)
  return { value: sign === '-' ? -value : value, scale: fraction.length }
}

function readBody(body: string): ExactAmount | undefined {
  const comma = body.lastIndexOf(',')
  const dot = body.lastIndexOf('.')
  if (comma < 0 && dot < 0) return fromParts(body, '')
  if (comma >= 0 && dot >= 0) {
    const [thousands, at] = comma < dot ? [',', dot] : ['.', comma]
    const whole = body.slice(0, at)
    if (!GROUPS.test(thousands === ',' ? whole : whole.replaceAll('.', ','))) return undefined
    return fromParts(whole.replaceAll(thousands, ''), body.slice(at + 1))
  }
  if (comma >= 0) {
    if (GROUPS.test(body)) return fromParts(body.replaceAll(',', ''), '')
    return oneMark(body, comma)
  }
  if (DOTTED_GROUPS.test(body)) return fromParts(body.replaceAll('.', ''), '')
  // Three digits behind a single dot: thousands in one country, thousandths in another, unless a zero leads.
  return /^[1-9]\d{0,2}\.\d{3}$/.test(body) ? undefined : oneMark(body, dot)
}

function oneMark(body: string, at: number): ExactAmount | undefined {
  return body.indexOf(body.charAt(at)) === at ? fromParts(body.slice(0, at), body.slice(at + 1)) : undefined
}

function fromParts(whole: string, fraction: string): ExactAmount | undefined {
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction)) return undefined
  if (whole.length > MOST_DIGITS || fraction.length > MOST_DIGITS) return undefined
  return { value: BigInt(whole + fraction), scale: fraction.length }
}
