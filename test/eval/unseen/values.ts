import type { Make } from '../own/values.ts'
import * as own from '../own/values.ts'

/** Makers of cells for the unseen set: forms of many countries, and the junk that people leave in exports. */

/** One of `a|b|c`. */
export const w = (items: string): Make => own.one(...items.split('|'))

/** `#` a digit, `?` a capital letter, `^` a small one, `~` a hexadecimal digit; all else stands for itself. */
const ALPHABETS: Readonly<Record<string, string>> = {
  '#': '0123456789',
  '?': 'ABCDEFGHJKLMNPRSTUVWXYZ',
  '^': 'abcdefghijklmnopqrstuvwxyz',
  '~': '0123456789abcdef',
}
export const p =
  (pattern: string): Make =>
  (random) =>
    pattern.replace(/[#?^~]/g, (mark) => random.letters(1, ALPHABETS[mark] ?? mark))

/** The maker's cell, or now and then what people type to be done with a field. */
export const junk = (share: number, make: Make, junkWords = '-|无|/|测试|111|不详|0|.'): Make =>
  own.mixed(share, w(junkWords), make)

export const full = (first: string, last: string, separator = ' '): Make =>
  own.joined(separator, w(first), w(last))

export const sequence =
  (from: number): Make =>
  (_random, row) =>
    String(from + row)

/** A street and a house number in a form with `<S>` and `<N>`. */
export const street =
  (form: string, ...names: string[]): Make =>
  (random) =>
    form.replace('<S>', random.pick(names)).replace('<N>', String(random.between(1, 190)))

/** A date like `D.M.Y` of these years. */
export const day = own.day
export const stamp =
  (form: string, from = 2022, to = 2025): Make =>
  (random, row) =>
    form
      .replace('DATE', day(from, to)(random, row))
      .replace('hh', String(random.between(8, 21)).padStart(2, '0'))
      .replace('mm', String(random.between(0, 59)).padStart(2, '0'))
      .replace('ss', String(random.between(0, 59)).padStart(2, '0'))

/** Chinese numbers to reach somebody, as platforms hand them out. */
export const relay: Make = own.joined('', own.mobile, w('-1234|-0871|转 2210|-5563|,4410'))
export const maskedName: Make = (random, row) => {
  const name = own.chineseName(random, row)
  return name.charAt(0) + '*'.repeat(name.length - 1)
}
export const titledName: Make = own.joined(
  '',
  w('韩|冯|于|董|曹|袁|邓|许|傅|沈|曾|彭|苏|卢|蒋|蔡'),
  w('先生|女士|小姐|阿姨|哥|姐|总'),
)
export const maskedId: Make = (random, row) => own.chineseId(random, row).replace(/^(.{6}).{8}/, '$1********')
export const childId: Make = (random) => own.residentId(random, 2013, 2021)
export const landline: Make = p('05##-8#######')
export const plate: Make = own.joined('', w('苏A|浙B|京N|沪C|粤S|皖A|川G'), p('?####'))
export const childName: Make = own.joined(
  '',
  w('韩|冯|于|董|曹|袁|邓|许|傅|沈|曾|彭'),
  w('子墨|雨桐|梓涵|一诺|沐宸|欣怡|浩宇|诗琪|可可|奕辰'),
)

const VIN_CODES = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'
export const vin: Make = (random) => `L${random.letters(12, VIN_CODES)}${random.digits(4)}`
export const uuid: Make = p('~~~~~~~~-~~~~-4~~~-8~~~-~~~~~~~~~~~~')
export const bcrypt: Make = (random) =>
  `$2y$10$${random.letters(53, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./')}`
export const secret =
  (prefix: string, length: number): Make =>
  (random) =>
    prefix + random.letters(length, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')

const mod = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)

/** Poland: date with the century in the month, check digit by 1 3 7 9. */
export const pesel: Make = (random, row) => {
  const body = day(1955, 1999, 'YMD')(random, row).slice(2) + random.digits(4)
  return body + String((10 - (mod(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10)
}
/** Turkey: eleven digits with two check digits. */
export const turkishId: Make = (random) => {
  const body = `${random.between(1, 9)}${random.digits(8)}`
  const tenth = (7 * mod(body, [1, 0, 1, 0, 1, 0, 1, 0, 1]) - mod(body, [0, 1, 0, 1, 0, 1, 0, 1, 0])) % 10
  const ten = body + String((tenth + 10) % 10)
  return ten + String(mod(ten, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10)
}
/** Sweden: date, number, Luhn over the ten digits without the century. */
export const swedishId: Make = (random, row) => {
  const date = day(1950, 2003, 'YMD')(random, row)
  return `${date}-${own.luhn(date.slice(2) + random.digits(3)).slice(6)}`
}
/** Czechia and Slovakia: date (women: month + 50), number, divisible by 11. */
export const czechId: Make = (random) => {
  const month = random.between(1, 12) + (random.next() < 0.5 ? 50 : 0)
  const date = `${random.between(60, 99)}${String(month).padStart(2, '0')}${String(random.between(1, 28)).padStart(2, '0')}`
  for (;;) {
    const number = random.digits(3)
    const rest = Number(date + number) % 11
    if (rest < 10) return `${date}/${number}${rest}`
  }
}
/** Thailand: thirteen digits, the last modulo 11; written in groups. */
export const thaiId: Make = (random) => {
  const body = `${random.between(1, 8)}${random.digits(11)}`
  const check = (11 - (mod(body, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10
  return `${body}${check}`.replace(/(.)(....)(.....)(..)(.)/, '$1-$2-$3-$4-$5')
}
/** India's Aadhaar as it is printed, Malaysia's MyKad, Russia's insurance number by their forms. */
export const aadhaar: Make = p('3### #### ####')
export const myKad: Make = (random, row) =>
  `${day(1955, 2002, 'YMD')(random, row).slice(2)}-${w('01|05|07|10|14')(random, row)}-${random.digits(4)}`
export const snils: Make = p('###-###-### ##')
/** Greece and Poland: company and personal tax numbers. */
export const greekTax: Make = p('1########')
export const polishTax: Make = p('5##-##-##-###')
