import type { Detector } from './detector.ts'

/** A street and a number: what finds a door. Words of streets in the languages that exports come in. */
const CHINESE =
  /[省市区县乡镇州盟旗].{0,30}[路街道巷弄村里段苑园城厦广场组].{0,40}\d|[路街道巷弄村].{0,3}\d{1,5}[号弄巷]|\d{1,4}(?:栋|幢|号楼|单元|室|座).{0,8}\d|[縣區鄉鎮].{0,20}[路街].{0,20}\d/
const JAPANESE = /[都道府県市区町村].{1,20}\d{1,4}(?:[-－‐丁番]|丁目)\d{0,4}|[市区町村].{1,14}[0-9]+-[0-9]+/
const KOREAN = /(?:[시도군구] .{1,20})?[로길동] ?\d{1,4}(?:-\d{1,4})?/
const NUMBER_FIRST =
  /^(?:(?:apt|unit|suite|flat|no)\.? ?)?\d{1,6}[a-z]?(?:[-/]\d{1,5})?,? .{0,50}\b(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|way|ct|court|pl|place|ter|terrace|hwy|highway|pkwy|sq|square|cir|circle|trail|close|crescent|gardens|rue|av|bis|chemin|allee|impasse|quai|cours|route|dock)\b/i
const NUMBER_LAST =
  /(?:^am \p{L}{2,20} \d)|\p{L}(?:str\.|strasse|straße|str|weg|platz|gasse|allee|ring|damm|ufer|straat|laan|plein|hof|markt|am \p{L}{2,20}) \d{1,4} ?[a-z]?(?:\b|$)|^(?:via|viale|piazza|corso|vicolo|calle|c\/|avda\.?|avenida|av\.|plaza|paseo|rua|travessa|praca|praça|rue|largo|estrada|alameda|ulica|ul\.) .{1,40}\d/iu
const UNIT = /^(?:apt|apartment|suite|ste|unit|flat|floor)\.? ?[\w-]{1,6}$/i
const BOX = /\bp\.? ?o\.? ?box ?\d|postfach ?\d/i

function isStreetAddress(cell: string): boolean {
  if (cell.length < 5 || cell.length > 200 || !/\d/.test(cell)) return false
  const text = cell.slice(0, 120)
  return (
    [CHINESE, JAPANESE, NUMBER_FIRST, NUMBER_LAST, UNIT, BOX].some((form) => form.test(text)) ||
    (/\p{Script=Hangul}/u.test(text) && KOREAN.test(text))
  )
}

/** Addresses down to a street or door. */
export const postalAddress: Detector = {
  name: 'postal-address',
  type: 'postal-address',
  by: 'shape',
  strength: 0.9,
  least: 0.5,
  matches: isStreetAddress,
}
