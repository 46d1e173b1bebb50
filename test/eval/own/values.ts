import type { Random } from './random.ts'

/** Makers of cells: invented people, numbers with valid check digits, reserved domains. */
export type Make = (random: Random, row: number) => string

const words = (text: string): readonly string[] => text.split(' ')
const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

export const one =
  (...items: string[]): Make =>
  (random) =>
    random.pick(items)
export const sparse =
  (share: number, make: Make): Make =>
  (random, row) =>
    random.maybe(share, make(random, row))
export const mixed =
  (share: number, some: Make, other: Make): Make =>
  (random, row) =>
    random.next() < share ? some(random, row) : other(random, row)
export const joined =
  (separator: string, ...makes: Make[]): Make =>
  (random, row) =>
    makes.map((make) => make(random, row)).join(separator)

const SURNAMES = words('韩 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜')
const GIVEN = words(
  '志强 秀兰 建华 丽娟 子涵 浩然 诗涵 文斌 玉梅 晨曦 雅静 宏伟 佳琪 俊杰 淑华 国庆 婉清 思远 可欣 磊 婷 刚',
)
const ENGLISH_FIRST = words(
  'Oliver Hannah Marcus Bethany Gareth Naomi Victor Paula Steven Wendy Rachel Simon Keith Monica Derek Alice',
)
const ENGLISH_LAST = words(
  'Abbott Barker Clayton Dawson Elliott Fletcher Gibson Harding Jennings Kirby Lawson Mercer Norris Osborne Parsons',
)
const FRENCH_FIRST = words('Camille Lucas Manon Hugo Léa Théo Chloé Antoine Margaux Julien Élodie Nicolas')
const FRENCH_LAST = words(
  'Lefebvre Moreau Girard Fournier Mercier Dupont Lambert Rousseau Blanchard Chevalier',
)
const SPANISH_FIRST = words('Javier Lucía Alejandro Carmen Pablo Marta Sergio Elena Raúl Pilar')
const SPANISH_LAST = words('Fernández Gómez Ruiz Jiménez Navarro Ortega Castillo Vázquez Serrano')
const ITALIAN_FIRST = words('Giulia Lorenzo Chiara Matteo Francesca Davide Valentina Simone')
const ITALIAN_LAST = words('Rossi Bianchi Ferrari Esposito Ricci Marino Conti Colombo')
const PORTUGUESE = words('João Beatriz Gustavo Larissa Thiago Camila Rafael Juliana')
const PORTUGUESE_LAST = words('Silva Souza Oliveira Pereira Almeida Barbosa Carvalho')
const GERMAN_FIRST = words('Lena Felix Sabine Matthias Heike Stefan Claudia Uwe Birgit Torsten')
const GERMAN_LAST = words('Wagner Becker Hoffmann Schulz Krüger Lehmann Vogel Brandt Keller')
const KOREAN_LAST = words('김 이 박 최 정 강 조 윤 장 임')
const KOREAN_GIVEN = words('민준 서연 지훈 수빈 현우 지민 예진 도윤 하은')
const JAPANESE = words(
  '鈴木|スズキ 渡辺|ワタナベ 山本|ヤマモト 小林|コバヤシ 加藤|カトウ 吉田|ヨシダ 松本|マツモト',
)
const JAPANESE_GIVEN = words('翔太|ショウタ 結衣|ユイ 大輔|ダイスケ 陽子|ヨウコ 拓也|タクヤ 愛|アイ')

export const chineseName: Make = (random) => random.pick(SURNAMES) + random.pick(GIVEN)
export const staffName: Make = one('韩志强', '于丽娟', '董文斌', '程雅静')
export const englishFirst = one(...ENGLISH_FIRST)
export const englishLast = one(...ENGLISH_LAST)
export const frenchFirst = one(...FRENCH_FIRST)
export const frenchLast = one(...FRENCH_LAST)
export const spanishFirst = one(...SPANISH_FIRST)
export const spanishLast: Make = joined(' ', one(...SPANISH_LAST), one(...SPANISH_LAST))
export const italianFirst = one(...ITALIAN_FIRST)
export const italianLast = one(...ITALIAN_LAST)
export const portugueseName: Make = joined(' ', one(...PORTUGUESE), one(...PORTUGUESE_LAST))
export const germanName: Make = joined(' ', one(...GERMAN_FIRST), one(...GERMAN_LAST))
export const koreanName: Make = (random) => random.pick(KOREAN_LAST) + random.pick(KOREAN_GIVEN)
const japanese = (form: 0 | 1): Make =>
  joined(
    '　',
    ...[JAPANESE, JAPANESE_GIVEN].map((list) => one(...list.map((pair) => pair.split('|')[form] ?? ''))),
  )
export const kanjiName = japanese(0)
export const kanaName = japanese(1)

export const mobile: Make = (random) =>
  random.pick(words('131 137 139 147 150 152 158 159 166 173 177 180 182 186 188 189 191 198')) +
  random.digits(8)
export const maskedMobile: Make = (random, row) => mobile(random, row).replace(/(?<=^\d{3})\d{4}/, '****')
export const usPhone: Make = (random) =>
  `(${random.pick(words('312 415 646 702'))}) 555-01${random.digits(2)}`
export const phoneOf =
  (country: string, groups: string): Make =>
  (random) =>
    country + groups.replace(/#+/g, (run) => random.digits(run.length))
const mailOf =
  (...names: string[]): Make =>
  (random) =>
    `${random.pick(names)}${random.digits(3)}@${random.pick(words('example.com example.org mail.example.net'))}`
export const mail = mailOf('sunny', 'h.clarke', 'peter_lam', 'info.me', 'nora', 'xiaoyu', 'lin')

export const day =
  (from: number, to: number, form = 'Y-M-D'): Make =>
  (random) => {
    const [year, month, date] = [random.between(from, to), random.between(1, 12), random.between(1, 28)]
    return form
      .replace('Y', String(year))
      .replace('R', String(year - 1911))
      .replace('M', pad(month))
      .replace('D', pad(date))
  }
export const time = joined(
  ' ',
  day(2020, 2025),
  (random) => `${pad(random.between(8, 22))}:${pad(random.between(0, 59))}:${pad(random.between(0, 59))}`,
)
export const milliseconds: Make = (random) => `${random.between(1_600_000, 1_760_000)}${random.digits(6)}`
export const money: Make = (random) => (random.between(100, 200_000) / 100).toFixed(2)
export const number =
  (least: number, most: number, suffix = ''): Make =>
  (random) =>
    random.between(least, most) + suffix
export const serial =
  (prefix: string, from: number): Make =>
  (_random, row) =>
    prefix + String(from + row)

export function luhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return digits + String((10 - (sum % 10)) % 10)
}
export const unionPay: Make = (random) =>
  luhn(`62${random.pick(words('2848 1700 2202 3052'))}${random.digits(12)}`)

export function residentId(random: Random, from: number, to: number): string {
  const body =
    random.pick(words('110105 310115 440106 330102 510104')) +
    day(from, to, 'YMD')(random, 0) +
    random.digits(3)
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'[sum % 11]
}
export const chineseId: Make = (random) => residentId(random, 1955, 2003)

function weighted(digits: string, from: number): number {
  return [...digits].reduce((total, digit, at) => total + Number(digit) * (from - at), 0)
}
export const cpf: Make = (random) => {
  let digits = random.digits(9)
  for (const from of [10, 11]) digits += String(((weighted(digits, from) * 10) % 11) % 10)
  return digits.replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4')
}
export const dni: Make = (random) => {
  const digits = random.digits(8)
  return digits + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23]
}
export const taiwanId: Make = (random) => {
  const letter = random.between(0, 25)
  const code =
    [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33][
      letter
    ] ?? 10
  const body = `${random.between(1, 2)}${random.digits(7)}`
  const sum = Math.floor(code / 10) + (code % 10) * 9 + weighted(body, 8)
  return String.fromCharCode(65 + letter) + body + String((10 - (sum % 10)) % 10)
}
export const iban =
  (country: string, length: number): Make =>
  (random) => {
    const account = random.digits(length - 4)
    const value = [...`${account}${country}00`].reduce((text, letter) => text + parseInt(letter, 36), '')
    return `${country}${pad(Number(98n - (BigInt(value) % 97n)))}${account}`
  }
export const gtin: Make = (random) => {
  const digits = `69${random.digits(10)}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return digits + String((10 - (sum % 10)) % 10)
}
export const codiceFiscale: Make = (random) => {
  const upper = 'BCDFGLMNPRSTVZ'
  const body = `${random.letters(6, upper)}${random.digits(2)}${random.letters(1, 'ABCDEHLMPRST')}${pad(random.between(1, 28))}${random.letters(1, 'FHLAG')}${random.digits(3)}`
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
  const sum = [...body].reduce((total, letter, at) => {
    const value = /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 65
    return total + (at % 2 === 0 ? (odd[value] ?? 0) : value)
  }, 0)
  return body + String.fromCharCode(65 + (sum % 26))
}

export const chineseAddress: Make = (random) =>
  `${random.pick(words('江苏省苏州市姑苏区 辽宁省大连市中山区 福建省厦门市思明区 天津市和平区'))}${random.pick(words('观前街 鲁迅路 湖滨南路 南京路'))}${random.between(1, 300)}号${random.between(1, 30)}栋${random.between(101, 2804)}`
export const usStreet: Make = (random) =>
  `${random.between(10, 9999)} ${random.pick(words('Elm Birch Chestnut Franklin Monroe'))} ${random.pick(words('St Street Ave Road Ln Blvd'))}`
export const streetOf =
  (form: string, ...names: string[]): Make =>
  (random) =>
    form.replace('S', random.pick(names)).replace('N', String(random.between(1, 190)))
export const hex =
  (length: number): Make =>
  (random) =>
    random.letters(length, '0123456789abcdef')
export const ip: Make = (random) =>
  `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.between(1, 254)}`
export const coordinate =
  (least: number, most: number): Make =>
  (random) =>
    (least + random.next() * (most - least)).toFixed(6)
