/** How exact an area is. */
export type AreaLevel = 'province' | 'city' | 'district'

/** Where the names of an address's areas end. */
interface AreaEnds {
  readonly start: number
  readonly province?: number | undefined
  readonly city?: number | undefined
  readonly district?: number | undefined
}

const PROVINCE = new RegExp(
  '(?:北京|上海|天津|重庆)市?(?:[ -]?(?:北京|上海|天津|重庆)市)?|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|' +
    '四川|贵州|云南|陕西|甘肃|青海|台湾|台灣|臺灣)省?|(?:内蒙古|广西|西藏|宁夏|新疆)(?:壮族|回族|维吾尔)?(?:自治区)?|' +
    '(?:香港|澳门|澳門)(?:特别行政区|特別行政區)?',
  'y',
)
/** A letter of a city's name: not one that names of streets and houses are made with. */
const CITY_LETTER = '(?:(?![区區县縣旗路街巷弄号號村道])\\p{Script=Han})'
const CITY = new RegExp(
  `${CITY_LETTER}{2,4}?(?:市|地区|盟)(?![部场民里区政委])|${CITY_LETTER}{2,10}?自治州`,
  'uy',
)
const DISTRICT =
  /(?:市辖区|市轄區)?\p{Script=Han}{1,6}?(?:区|區|县|縣|旗)|\p{Script=Han}{2,12}?自治(?:县|旗)/uy
const COUNTY_CITY = new RegExp(`${CITY_LETTER}{2,4}?市(?![部场民里区政委])`, 'uy')
const GAP = /[\s,，/-]*/y
const STREETS = /[路街巷弄号號村道楼樓栋棟园園苑坊座室店厂廠校院]/
const DISTRICTS_LIKE_STREETS = /(?:道里|道外|路南|路北|路桥|鼓楼|钟楼|坊子|院桥)区$/
const NO_DISTRICT = /(?:小|社|校|院|园|厂|库|景|宅|活|属|墅|业|务|军|营|商|街)[区區]$/
const NO_CITY = /(?:超|夜|菜|花|闹|集|股|楼|闹)市$/
/** A district at the beginning of a text that names nothing above it has a short name. */
const LONE_DISTRICT_LETTERS = 4

/**
 * The beginning of a postal address that names an area no smaller than `level`, as it stands there: of a Chinese,
 * Japanese or Korean address. Undefined where there is none of that level or above it. Rather too little than too much.
 */
export function findArea(address: string, level: AreaLevel): string | undefined {
  const ends = findChinese(address) ?? findJapanese(address) ?? findKorean(address)
  if (ends === undefined) return undefined
  const { start, province, city, district } = ends
  const end = {
    province,
    city: city ?? province,
    district: district ?? city ?? province,
  }[level]
  return end === undefined ? undefined : address.slice(start, end)
}

function findChinese(address: string): AreaEnds | undefined {
  const province = endOf(PROVINCE, address, 0)
  const afterProvince = skip(address, province ?? 0)
  const isMunicipality = /^(?:北京|上海|天津|重庆)/.test(address)
  const city = isMunicipality ? undefined : sound(CITY, address, afterProvince)
  const afterCity = skip(address, city ?? afterProvince)
  const district =
    sound(DISTRICT, address, afterCity) ??
    (city === undefined ? undefined : sound(COUNTY_CITY, address, afterCity))
  if (province !== undefined || city !== undefined)
    return { start: 0, province, city: isMunicipality ? province : city, district }
  return district !== undefined && district <= LONE_DISTRICT_LETTERS ? { start: 0, district } : undefined
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Where a name ends, unless it is rather a street's, an estate's or a market's. */
function sound(pattern: RegExp, text: string, at: number): number | undefined {
  const end = endOf(pattern, text, at)
  if (end === undefined) return undefined
  const name = text.slice(at, end)
  const street = STREETS.test(name) && !DISTRICTS_LIKE_STREETS.test(name)
  return street || NO_DISTRICT.test(name) || NO_CITY.test(name) ? undefined : end
}

function skip(text: string, at: number): number {
  return endOf(GAP, text, at) ?? at
}

const PREFECTURE = /東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}県/uy
const JAPANESE_CITY = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,6}?[市区郡]/uy
const JAPANESE_WARD = /\p{Script=Han}{1,3}?区/uy

function findJapanese(address: string): AreaEnds | undefined {
  // The postcode alone names the part of a town.
  const start = endOf(/(?:〒?\s*\d{3}-?\d{4})?\s*/y, address, 0) ?? 0
  const province = endOf(PREFECTURE, address, start)
  if (province === undefined) return undefined
  const city = endOf(JAPANESE_CITY, address, skip(address, province))
  const district = city === undefined ? undefined : endOf(JAPANESE_WARD, address, city)
  return { start, province, city, district }
}

const KOREAN =
  /^(\p{Script=Hangul}{1,6}(?:특별시|광역시|특별자치시|특별자치도|시|도))(\s+\p{Script=Hangul}{1,5}[시군구])?(\s+\p{Script=Hangul}{1,4}구)?(?=\s|$)/u

function findKorean(address: string): AreaEnds | undefined {
  const parts = KOREAN.exec(address)
  if (parts === null) return undefined
  const [, first = '', second = '', third = ''] = parts
  const city = first.length + second.length
  return { start: 0, province: first.length, city, district: city + third.length }
}
