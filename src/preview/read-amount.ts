/** Amounts are held as whole ten-thousandths: no amount of money goes through a floating-point number. */
export const AMOUNT_UNIT = 10_000n
const DECIMALS = 4

/** More characters and digits than any amount has; bounds the work on one cell. */
const MOST_CHARACTERS = 40
const MOST_DIGITS = 18

const AMOUNT =
  /^([-+−(]?)\s*(?:\p{Sc}|[A-Z]{2,3}\$?|人民币)?\s*([-+−]?)\s*(\d[\d.,'’ \u202f]*|\.\d+)\s*([万萬亿]?)\s*(?:\p{Sc}|[A-Z]{3}|元整?|圆|圓|円|원)?\s*(-?)(\)?)$/u
const FACTORS: Readonly<Record<string, bigint>> = { 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n }

/** `1,234,567` and, in the way of India, `12,34,567`. */
const GROUPS = /^\d{1,3}(?:,\d{2,3})*,\d{3}$/
const DOTTED_GROUPS = /^\d{1,3}(?:\.\d{3}){2,}$/

/**
 * Reads a cell that is an amount of money, in ten-thousandths; what is smaller is cut off. Undefined for what is none, and
 * for what can be read in two ways a thousand times apart (`1.234`): nothing is guessed.
 */
export function readAmount(cell: string): bigint | undefined {
  const match = cell.length > MOST_CHARACTERS ? null : AMOUNT.exec(cell)
  if (match === null) return undefined
  const [, before = '', sign = '', body = '', factor = '', after = '', bracket = ''] = match
  if ((before === '(') !== (bracket === ')')) return undefined
  const signs = [before, sign, after].filter((mark) => mark !== '')
  if (signs.length > 1) return undefined
  const amount = readBody(body.trim().replace(/(?<=\d)['’ \u202f](?=\d{3}(?!\d))/g, ''))
  if (amount === undefined) return undefined
  const scaled = amount * (FACTORS[factor] ?? 1n)
  return signs.some((mark) => mark !== '+') ? -scaled : scaled
}

function readBody(body: string): bigint | undefined {
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

function oneMark(body: string, at: number): bigint | undefined {
  return body.indexOf(body.charAt(at)) === at ? fromParts(body.slice(0, at), body.slice(at + 1)) : undefined
}

function fromParts(whole: string, fraction: string): bigint | undefined {
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction) || whole.length > MOST_DIGITS) return undefined
  return BigInt(whole) * AMOUNT_UNIT + BigInt(fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'))
}
