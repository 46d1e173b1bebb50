/** Masks of what is written in digits and letters. Each answers undefined for a text that has not its shape. */
import { hideBetween } from './mask-whole.ts'

const MOBILE = /^((?:(?:\+|00)?86[- ]?)?1[3-9]\d)([- ]?)\d{4}([- ]?)(\d{4})$/
const LANDLINE = /^(\(?0(?:10|2\d|[3-9]\d{2})\)?[- ]?)(\d{3,4})([- ]?)(\d{4})(?:([-#转])(\d{1,6}))?$/
const TELEPHONE = /^[+(\d][\d ().\-/]{5,20}\d$/

/** A Chinese mobile keeps prefix and last four, a landline area code and last four, any other number its last digits. */
export function maskPhone(text: string): string | undefined {
  const mobile = MOBILE.exec(text)
  if (mobile !== null) return `${mobile[1]}${mobile[2]}****${mobile[3]}${mobile[4]}`
  const landline = LANDLINE.exec(text)
  if (landline !== null) {
    const [, area = '', middle = '', part = '', last = '', mark = '', extension = ''] = landline
    return `${area}${stars(middle)}${part}${last}${mark}${stars(extension)}`
  }
  const digits = text.replace(/\D/g, '').length
  if (!TELEPHONE.test(text) || digits < 7 || digits > 16) return undefined
  return hideBetween(text, 0, digits < 8 ? 2 : 4)
}

/** A resident identity number keeps three digits of the place and its last four: the day of birth is hidden. */
export function maskNationalId(text: string): string | undefined {
  const parts = /^(\d{3})(\d{11}|\d{8})(\d{3}[\dXx])$/.exec(text)
  if (parts === null || (parts[2]?.length === 8 && !/\d$/.test(text))) return undefined
  return `${parts[1]}${stars(parts[2] ?? '')}${parts[3]}`
}

/** PCI DSS 4.0.1, 3.4.1: of a card number at most the issuer's digits and the last four; of a short one these alone. */
export function maskCard(text: string): string | undefined {
  const digits = text.replace(/[ -]/g, '')
  if (!/^\d{13,19}$/.test(digits)) return undefined
  return hideBetween(text, digits.length < 16 ? 0 : 6, 4)
}

/** The country and the last four. */
export function maskIban(text: string): string | undefined {
  return /^[A-Za-z]{2}\d{2}[A-Za-z0-9 ]{11,34}$/.test(text) ? hideBetween(text, 2, 4) : undefined
}

/** The last four. */
export function maskAccount(text: string): string | undefined {
  const length = text.replace(/[ -]/g, '').length
  return /^[A-Za-z0-9 -]+$/.test(text) && length >= 10 && length <= 34 ? hideBetween(text, 0, 4) : undefined
}

/** A passport or permit keeps its first character and its last two. */
export function maskDocument(text: string): string | undefined {
  const length = text.replace(/[^0-9A-Za-z]/g, '').length
  if (!/^[A-Za-z0-9()-]+$/.test(text) || length < 8 || length > 20) return undefined
  return maskNationalId(text) ?? hideBetween(text, 1, 2)
}

const PLATE =
  /^([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-Z][·\- ]?)([A-Z0-9]{4,5})([A-Z0-9挂学警港澳领])$/i

/** Province, office and the last character. */
export function maskPlate(text: string): string | undefined {
  const parts = PLATE.exec(text)
  return parts === null ? undefined : `${parts[1]}${stars(parts[2] ?? '')}${parts[3]}`
}

/** An IPv4 address keeps half of its bytes, an IPv6 address two of its eight groups. */
export function maskIp(text: string): string | undefined {
  const four = /^(\d{1,3}\.\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(text)
  if (four !== null) return `${four[1]}.*.*`
  const six = /^([0-9a-f]{1,4}:[0-9a-f]{1,4}):[0-9a-f:.]{2,32}$/i.exec(text)
  return six === null ? undefined : `${six[1]}:*`
}

/** The maker's three bytes. */
export function maskMac(text: string): string | undefined {
  return /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i.test(text) ? hideBetween(text, 6, 0) : undefined
}

/** WeChat's 28 characters keep the first three and the last four. */
export function maskOpenId(text: string): string | undefined {
  return /^[\w-]{28}$/.test(text) ? `${text.slice(0, 3)}****${text.slice(-4)}` : undefined
}

function stars(text: string): string {
  return '*'.repeat(text.length)
}
