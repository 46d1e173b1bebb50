import { CHINESE_MOBILE } from './checks/chinese.ts'

/** How a cell writes a telephone number. */
export type PhoneForm = 'mobile' | 'masked' | 'scientific' | 'landline' | 'service' | 'foreign'

/** A Chinese mobile that a spreadsheet turned into a float: 1.38E+10. */
const SCIENTIFIC = /^1(?:\.\d{1,10})?E\+10$/i
const MASKED = /^(?:\+?86[- ]?)?1\d{1,2}[*xX•·]{3,6}\d{2,4}$/
const LANDLINE = /^(?:\(?0(?:10|2\d|[3-9]\d{2})\)?[- ]?)[2-9]\d{6,7}(?:[-转#]\d{1,6})?$/
const SERVICE =
  /^(?:[48]00[- ]?\d{3,4}[- ]?\d{3,4}|95\d{3,4}|12\d{3}|\+?1?[- (]*8(?:00|88|77|66|55|44|33)[-) .]+\d{3}[- .]?\d{4})$/
/** A plus and a country code; or an area code in brackets or after 0; or groups of the North American plan. */
const INTERNATIONAL = /^(?:\+|00)[1-9][\d ().\-/]{6,20}\d$/
const GROUPED =
  /^(?:\(\d{2,5}\)|0\d{1,4}|\d{3}|1[- .]\d{3})[ ./-]{1,3}\d{2,8}(?:[ ./-]\d{1,4}){0,4}(?: ?(?:x|ext\.?|#) ?\d{1,6})?$/i

/** How every form below begins, and what none of them is: asked first, because most cells are no telephone number. */
const BEGINS = /^[\d+(-].*\d/s
const DAY = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/

/** The form of a cell that is a telephone number, or several parted by `/`, `,` or `、`, and nothing else. */
export function findPhoneForm(cell: string): PhoneForm | undefined {
  if (cell.length < 5 || cell.length > 50 || !BEGINS.test(cell) || DAY.test(cell)) return undefined
  if (SCIENTIFIC.test(cell)) return 'scientific'
  const first = cell.split(/[/,、;|]|或/, 1)[0]?.trim() ?? ''
  const others = cell.slice(first.length)
  if (/[\p{L}]/u.test(others.replace(/或|转/g, ''))) return undefined
  if (MASKED.test(first)) return 'masked'
  const bare = first.replace(/^(?:\+|00)?86[- ]?(?=1)/, '').replace(/(?:转|[-#,])\d{1,6}$/, '')
  if (CHINESE_MOBILE.test(bare.replace(/(?<=^\d{3,4})[ -](?=\d{4})|(?<=^\d{3}[ -]?\d{4})[ -](?=\d{4})/g, '')))
    return 'mobile'
  if (SERVICE.test(first)) return 'service'
  if (LANDLINE.test(first)) return 'landline'
  return isForeign(cell) ? 'foreign' : undefined
}

function isForeign(cell: string): boolean {
  const digits = cell.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 16) return false
  // Dates, times, identity numbers, addresses on the net and decimals are grouped as well.
  if (
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)|:|^\d{3}-\d{2}-\d{4}$/.test(cell)
  )
    return false
  if (/^\d+\.\d+$|^\d{1,3}(?:\.\d{1,3}){3}$/.test(cell)) return false
  // 00 and ten digits are an account or a card with leading zeros; with a country code it is longer.
  if (/^00\d{0,9}$/.test(cell)) return false
  return INTERNATIONAL.test(cell) || GROUPED.test(cell)
}
