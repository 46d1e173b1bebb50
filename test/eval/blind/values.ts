import { Random } from '../own/random.ts'
import type { Make } from '../own/values.ts'
import * as own from '../own/values.ts'
import { p, w } from '../unseen/values.ts'

/** Makers of cells for the blind set: other people and other places than the other sets have. */

const SURNAMES =
  '陶 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 欧阳'
const GIVEN =
  '海燕 立新 春梅 博文 晓彤 振宇 美玲 凯 雪 光明 艳 永康 梦洁 嘉豪 素芬 泽宇 静怡 航 丹丹 卫东 惠 若曦 家明 兰英'
const CHILDREN = '芷晴 睿泽 米朵 承恩 语桐 嘉懿 知夏 昊天 萌萌 子轩 安然 星辰'
const list = (text: string) => w(text.replaceAll(' ', '|'))

export const name = own.joined('', list(SURNAMES), list(GIVEN))
export const childName = own.joined('', list(SURNAMES), list(CHILDREN))
export const maskedName: Make = (random, row) =>
  name(random, row).replace(/(?<=^.).+/, (rest) => '*'.repeat(rest.length))
export const landline = own.joined('-', w('0571|0755|0512|028|0532'), p('8#######'))
export const maskedId: Make = (random, row) =>
  own.chineseId(random, row).replace(/^(.{3}).{11}/, '$1***********')
export const date = (from: number, to: number, form = 'Y-M-D') => own.day(from, to, form)
export const clock = own.joined(':', w('09|10|11|13|14|15|16|18|19'), w('00|15|30|45'))
export const moment = (form: string, from = 2023, to = 2025) =>
  own.joined(' ', own.day(from, to, form), clock)
export const rarely = (share: number, some: Make, ...usual: string[]) =>
  own.mixed(share, some, own.one(...usual))
export const house = own.joined(
  '',
  w('浙江省杭州市滨江区江南大道|广东省深圳市宝安区新安街道创业路|成都市武侯区科华北路|青岛市市南区香港中路'),
  own.number(2, 399, '号'),
  own.number(1, 28, '幢'),
  own.number(1, 3, '单元'),
  p('#0#室'),
)

const ENGLISH_FIRST =
  'Amelia Jerome Priya Callum Denise Tobias Fiona Malik Joanne Curtis Leah Harriet Omar Beatrice Neil Shauna'
const ENGLISH_LAST =
  'Whitfield Okafor Patel Brennan Holloway Sinclair Nakamura Delgado Pratt Underwood Cheng Galloway Rowe'
export const firstName = list(ENGLISH_FIRST)
export const lastName = list(ENGLISH_LAST)
export const fullName = own.joined(' ', firstName, lastName)
export const mail = own.joined(
  '',
  w('amelia.w|jrowe|p.patel|callum|denise_h|fiona.b|omar|leah|kontakt|shauna'),
  p('##@'),
  w('example.com|example.net|example.org|mail.example.com'),
)
/** The numbers that are reserved for fiction in the United States. */
export const usPhone = own.joined('', w('206-|503-|(614) |919.|+1 404-'), p('555-01##'))

/** The ID number of the row's person, and the birth date that is in it. */
export const idOf =
  (from: number, to: number): Make =>
  (_random, row) =>
    own.residentId(new Random(row + 907), from, to)
export const bornOf =
  (from: number, to: number, form: string): Make =>
  (random, row) =>
    idOf(from, to)(random, row).replace(/^.{6}(....)(..)(..).*$/, form)

/** Germany's health insurance number: a letter, eight digits, a check digit over the letter's two digits and them. */
export const germanInsuranceNo: Make = (random) => {
  const letter = random.between(1, 26)
  const digits = random.digits(8)
  const sum = [...(String(letter).padStart(2, '0') + digits)].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return String.fromCharCode(64 + letter) + digits + String(sum % 10)
}
