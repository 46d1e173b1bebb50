import type { Random } from '../own/random.ts'
import type { Make } from '../own/values.ts'
import * as own from '../own/values.ts'
import * as unseen from '../unseen/values.ts'

const { p, w } = unseen
const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** Makers of cells as systems abroad write them; every number with its own check digits. */

export const first = w(
  'Aisha|Brendan|Carol|Dominic|Eleanor|Farah|Graham|Harriet|Imran|Joanna|Kieran|Lydia|Mohammed|Nicola|Owen|Priya|Ruth|Sean|Tessa|Vikram|Yvonne|Zoe|Theodore|Ingrid',
)
export const last = w(
  "Ashworth|Bell|Chaudhry|Donnelly|Eriksen|Foster|Grant|Hussain|Ingram|Joshi|Kaminski|Lund|MacLeod|Nwosu|O'Brien|Patel|Quigley|Rahman|Stevenson|Turnbull|Underwood|Whitfield|Yates|Zielinski",
)
export const name = own.joined(' ', first, last)

/** Addresses like `carol.bell82@example.org`, in reserved domains only. */
export const mailOf =
  (names: string, domains = 'example.com|example.org|mail.example|post.example.net'): Make =>
  (random, row) =>
    `${w(names)(random, row)}${random.maybe(0.7, String(random.between(2, 99)))}@${w(domains)(random, row)}`
export const mail = mailOf(
  'carol.bell|brendan|h.whitfield|imran_joshi|tessa.lund|office.yates|zoe-grant|kieranob|priya.patel|the.fosters|ruth.m|dom.ingram',
)

/** `text` with this share of cells, else what stands for nothing in that system. */
export const orElse = (share: number, make: Make, nothing: string): Make => own.mixed(share, make, w(nothing))

/** Dates of these years in any order of `yyyy`, `yy`, `mm`, `dd`, `m`, `d` and a clock `HH:MM:SS`, `h:MM`. */
export const date =
  (from: number, to: number, form: string): Make =>
  (random) => {
    const parts: Readonly<Record<string, string>> = datePartsOf(random, from, to)
    return form.replace(/yyyy|yy|MON|mm|dd|HH|MM|SS|m|d/g, (part) => parts[part] ?? part)
  }

function datePartsOf(random: Random, from: number, to: number): Record<string, string> {
  const [year, month, day] = [random.between(from, to), random.between(1, 12), random.between(1, 28)]
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  return {
    yyyy: String(year),
    yy: pad(year % 100),
    MON: names[month - 1] ?? '',
    mm: pad(month),
    m: String(month),
    dd: pad(day),
    d: String(day),
    HH: pad(random.between(7, 21)),
    MM: pad(random.between(0, 59)),
    SS: pad(random.between(0, 59)),
  }
}

/** Whole amounts with the mark of a country between the thousands, and cents where it writes them. */
export const sum =
  (least: number, most: number, thousands: string, cents = ''): Make =>
  (random) => {
    const whole = String(random.between(least, most)).replace(/\B(?=(\d{3})+$)/g, thousands)
    return cents === '' ? whole : whole + cents + pad(random.between(0, 99))
  }

export const ukMobile = own.mixed(0.6, p('07700 900###'), p('+447700900###'))
export const ukPhone = p('020 7946 0###')
export const ukPostcode = own.joined('', w('LS|M|BS|SW|NE|EH'), p('# #'), w('AB|DL|JT|QX|WZ|HN'))
export const usPhone = own.mixed(0.6, own.usPhone, own.mixed(0.5, p('303-555-01##'), p('41555501##')))
export const usZip = own.mixed(0.8, p('8####'), p('8####-####'))

/** United States: no area 000, 666 or 9xx. */
export const ssn = own.joined('-', w('212|305|418|527|603|041|733'), p('1#-2###'))
/** United Kingdom: two letters, six digits, a letter from A to D. */
export const nino = own.joined('', w('JG|NE|PB|SR|WK|CT'), p('######'), w('A|B|C|D'))

/** France: sex, year, month, department, commune, number and the complement to 97. */
export const nir: Make = (random, row) => {
  const born = `${random.between(1, 2)}${random.between(25, 55)}${pad(random.between(1, 12))}`
  const digits = born + w('69|38|42|13|75')(random, row) + random.digits(3) + pad(random.between(1, 600), 3)
  const key = 97 - Number(BigInt(digits) % 97n)
  return `${digits}${pad(key)}`.replace(/(.)(..)(..)(..)(...)(...)(..)/, '$1 $2 $3 $4 $5 $6 $7')
}

/** Germany: the eleven digits of a delivery point, the even places counted twice. */
export const marketLocation: Make = (random) => {
  const digits = `5${random.digits(9)}`
  const total = [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 2), 0)
  return digits + String((10 - (total % 10)) % 10)
}

const INITIALS = 'GARL LOPM HEMJ SARC TOVE MEDF RIOS VACA ZUPE CUIB'.split(' ')
const birth = date(1958, 1999, 'yymmdd')
/** Mexico's population key: letters, date, sex, state, consonants, a zero and a check digit. */
export const curp: Make = (random, row) => {
  const state = w('DF|JC|NL|PL|MC|VZ')(random, row)
  const body = `${random.pick(INITIALS)}${birth(random, row)}${w('H|M')(random, row)}${state}${random.letters(3, 'BCDFGLMNPRSTZ')}0`
  return body + String((10 - (valued('0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ', body, 18) % 10)) % 10)
}
/** Mexico's tax key of a person: letters, date, two characters and a check character modulo 11. */
export const rfc: Make = (random, row) => {
  const body = random.pick(INITIALS) + birth(random, row) + random.letters(2, '123456789ABCDEFGH')
  const rest = 11 - (valued('0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ', body, 13) % 11)
  return body + (rest === 11 ? '0' : rest === 10 ? 'A' : String(rest))
}
function valued(alphabet: string, text: string, from: number): number {
  return [...text].reduce((total, letter, at) => total + alphabet.indexOf(letter) * (from - at), 0)
}
/** Mexico's account key: bank, place, account and a check digit by 3 7 1. */
export const clabe: Make = (random, row) => {
  const digits = w('002|012|014|021|072')(random, row) + random.digits(14)
  const total = [...digits].reduce((sum, digit, at) => sum + ((Number(digit) * [3, 7, 1][at % 3]!) % 10), 0)
  return digits + String((10 - (total % 10)) % 10)
}

/** Brazil's company number with both check digits. */
export const cnpj: Make = (random) => {
  let digits = `${random.digits(8)}0001`
  for (const weights of ['543298765432', '6543298765432']) {
    const total = [...digits].reduce((sum, digit, at) => sum + Number(digit) * Number(weights[at]), 0)
    digits += total % 11 < 2 ? '0' : String(11 - (total % 11))
  }
  return digits.replace(/(..)(...)(...)(....)(..)/, '$1.$2.$3/$4-$5')
}

/** Taiwan's company number: the sum of the digits of the products is divisible by five. */
export const taiwanCompany: Make = (random) => {
  for (;;) {
    const digits = random.digits(8)
    const products = [...digits].map((digit, at) => Number(digit) * Number('12121241'[at]))
    const total = products.reduce((sum, product) => sum + Math.floor(product / 10) + (product % 10), 0)
    if (digits[6] !== '7' && total % 5 === 0) return digits
  }
}

/** Vietnam's citizen card: province, sex with century, year of birth, number. */
export const citizenCard: Make = (random, row) =>
  `${w('001|031|048|079|092')(random, row)}${random.between(0, 1)}${random.between(78, 95)}${random.digits(6)}`
export const vietnamMobile = own.mixed(
  0.7,
  own.joined('', w('0903|0912|0938|0977|0356|0798|0868'), p('######')),
  own.joined(' ', w('0918|0983|0345'), p('###'), p('###')),
)
export const koreanMobile = own.mixed(0.8, p('010-4###-####'), p('0107#######'))
export const koreanLicence = own.joined('-', w('11|13|26|28|12'), p('0#-######-##'))
export const taiwanMobile = own.mixed(
  0.5,
  p('09########'),
  own.mixed(0.5, p('0912-###-###'), p('+8869########')),
)

export const koreanName = own.joined(
  '',
  w('김|이|박|최|정|한|오|서|신|권|황|안'),
  w('성민|미경|태호|유진|상우|혜진|경수|보람|동현|은영|재석|나래'),
)
export const taiwanName = own.joined(
  '',
  w('陳|林|黃|張|李|王|吳|劉|蔡|楊|許|鄭|謝|洪'),
  w('怡君|志豪|雅婷|家豪|淑芬|冠宇|佩珊|建宏|欣妤|宗翰|美玲|俊傑'),
)
const JAPANESE =
  '佐藤 健一|高橋 美咲|田中 浩|伊藤 さやか|中村 修|斎藤 和子|清水 亮|森 千尋|池田 隆|橋本 由美|石川 誠|前田 久美子|有限会社大和運送|㈱山一建設'
const JAPANESE_KANA =
  'ｻﾄｳ ｹﾝｲﾁ|ﾀｶﾊｼ ﾐｻｷ|ﾀﾅｶ ﾋﾛｼ|ｲﾄｳ ｻﾔｶ|ﾅｶﾑﾗ ｵｻﾑ|ｻｲﾄｳ ｶｽﾞｺ|ｼﾐｽﾞ ﾘｮｳ|ﾓﾘ ﾁﾋﾛ|ｲｹﾀﾞ ﾀｶｼ|ﾊｼﾓﾄ ﾕﾐ|ｲｼｶﾜ ﾏｺﾄ|ﾏｴﾀﾞ ｸﾐｺ|ﾀﾞｲﾜｳﾝｿｳ|ﾔﾏｲﾁｹﾝｾﾂ'
/** The same place of both lists in the same row. */
const byRow =
  (items: string): Make =>
  (_random, row) => {
    const all = items.split('|')
    return all[(row * 5 + Math.floor(row / 14)) % all.length] ?? ''
  }
export const japaneseName = byRow(JAPANESE)
export const japaneseKana = byRow(JAPANESE_KANA)
export const vietnameseName = own.joined(
  ' ',
  w('Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Đặng|Bùi|Đỗ|Hồ'),
  w('Thị|Văn|Minh|Ngọc|Quốc|Thanh'),
  w('Hương|Dũng|Lan|Tuấn|Phương|Hải|Mai|Khoa|Thảo|Long'),
)
export const germanFirst = w(
  'Annegret|Bernd|Christa|Detlef|Elke|Frank|Gisela|Holger|Ilse|Jürgen|Katrin|Mehmet|Petra|Rüdiger',
)
export const germanLast = w(
  'Albrecht|Böhm|Dietrich|Engel|Friedrich|Günther|Haas|Jansen|Köhler|Lorenz|Möller|Yılmaz|Ziegler',
)
export const frenchFirst = w(
  'Yvette|Marcel|Simone|René|Jacqueline|Raymond|Odette|Henri|Monique|Lucien|Denise|Gilbert',
)
export const frenchLast = w(
  'Perrin|Gauthier|Marchand|Roux|Vidal|Faure|Brunet|Chartier|Delmas|Renaud|Besson|Tessier',
)
export const mexicanFirst = w(
  'María Guadalupe|José Luis|Verónica|Juan Carlos|Rosa Isela|Miguel Ángel|Leticia|Francisco|Yolanda|Arturo',
)
export const mexicanLast = w(
  'Hernández|García|Martínez|López|González|Rodríguez|Pérez|Sánchez|Ramírez|Cruz|Flores|Reyes',
)
export const brazilianName = own.joined(
  ' ',
  w('Adriana|Bruno|Cláudia|Diego|Fernanda|Henrique|Ivone|Leandro|Márcia|Otávio|Patrícia|Renato'),
  w('Alves|Batista|Cardoso|Dias|Freitas|Gonçalves|Lima|Moraes|Nunes|Ramos'),
  w('da Costa|dos Santos|Teixeira|Vieira|Rocha|Machado'),
)
