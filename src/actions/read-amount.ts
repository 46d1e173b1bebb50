const CURRENCY = '(?:HK\\$|NT\\$|US\\$|[¥￥$€£₩]|RMB|CNY|USD|EUR|GBP|HKD|TWD|JPY|KRW)'
const AROUND = new RegExp(`^(-?)${CURRENCY}?\\s*(.*?)\\s*(?:${CURRENCY}|元|圆|圓|块|円|원)?(?:整)?$`, 'i')
/** 1234.5, 1,234.50 */
const POINT = /^-?(?:\d{1,18}|\d{1,3}(?:,\d{3}){1,5})(?:\.\d{1,18})?$/
/** 1.234,50 and 12,5, where the comma cannot part thousands. */
const COMMA = /^-?(?:\d{1,3}(?:\.\d{3}){1,5},\d{1,18}|\d{1,18},\d{1,2})$/

/** The number that a cell with an amount says, perhaps with a currency, in brackets where it is negative, or in 万. */
export function readAmount(text: string): number | undefined {
  if (text.length > 64) return undefined
  const cell = text.normalize('NFKC').trim()
  const inner = /^\((.+)\)$/.exec(cell)
  const [, minus = '', bare = ''] = AROUND.exec(inner?.[1] ?? cell) ?? []
  const [, digits = '', unit = ''] = /^(.*?)\s*([万萬]?)$/.exec(bare) ?? []
  const size = readNumber(digits)
  if (size === undefined || (size < 0 && (minus !== '' || inner !== null))) return undefined
  return size * (unit === '' ? 1 : 10_000) * (minus === '' && inner === null ? 1 : -1)
}

function readNumber(digits: string): number | undefined {
  if (POINT.test(digits)) return Number(digits.replaceAll(',', ''))
  return COMMA.test(digits) ? Number(digits.replaceAll('.', '').replace(',', '.')) : undefined
}
