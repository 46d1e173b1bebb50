import type { Detector } from './detector.ts'

const REGION =
  /^(?:中国|中国香港|北京|上海|天津|重庆|.{2,7}(?:省|自治区|特别行政区))(?:[-/ 市]|$)|^.{2,10}[市州盟](?:.{2,8}[区县市旗])?$|^.{2,3}[都道府県]$|^(?:USA?|UK|United States|United Kingdom|Canada|Germany|France|China|Japan|Deutschland|España|Italia|Brasil)$/

/** Provinces, cities and countries. */
export const region: Detector = {
  name: 'region',
  type: 'region',
  by: 'shape',
  strength: 0.6,
  least: 0.7,
  matches: (cell) => cell.length <= 24 && REGION.test(cell),
}
